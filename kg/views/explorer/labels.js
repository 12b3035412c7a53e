// Names beside the nodes: the strong ones first, none over another, more of them the nearer one looks.

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

/**
 * Of each kind: letters in a line, lines, size, and the zoom from which it is named.
 * @type {Object<string, [number, number, number, number]>}
 */
const LABELS = {
  Plan: [13, 3, 15, 0],
  Unit: [9, 2, 12, 0],
  CollectiveUnit: [9, 2, 12, 0.35],
  Policy: [11, 2, 12, 0.2],
  LeadershipGroup: [11, 2, 12, 0.25],
  Theme: [8, 1, 12, 0],
  Person: [8, 1, 11, 0.6],
  Task: [10, 2, 11, 0.8],
  Target: [10, 2, 11, 0.8],
  Phase: [9, 2, 11, 0.7],
};
/** From how many tasks on a unit's name bears their number. */
const MUCH = 5;
/**
 * From far away titles of plans are short.
 * @type {[number, number, number, number]}
 */
const FAR_PLAN = [10, 2, 11, 0];
const FAR = 0.2;
/** Up to which width of the canvas names are smaller. */
const NARROW = 560;
const OTHER_LABEL = [10, 2, 11, 0.8];

/**
 * How wide a text is, in Chinese characters.
 * @param {string} text
 */
function widthOf(text) {
  let width = 0;
  for (const letter of text) width += /[\u0000-\u02ff]/.test(letter) ? 0.55 : 1;
  return width;
}

/**
 * A name in lines of so many letters; numbers stay whole, and a short rest stays on the line.
 * @param {string} name
 * @param {number} width
 * @param {number} lines
 */
function wrapped(name, width, lines) {
  /** @type {string[]} */
  const found = [];
  let line = "";
  let rest = name;
  for (const token of name.match(/[（《〈“]?[\w.–—-]+|[（《〈“]?./gsu) || []) {
    const tail = widthOf(rest) <= 2.6 && !token.startsWith("（");
    if (line && !tail && widthOf(line + token) > width && !/^[）》〉」”’，。、：；]/.test(token)) {
      if (found.length + 1 === lines) return [...found, `${line.slice(0, -1)}…`];
      found.push(line.trim());
      line = "";
    }
    line += token;
    rest = rest.slice(token.length);
  }
  return [...found, line.trim()];
}

/** Finds room for boxes on the screen. */
class Room {
  constructor() {
    /** @type {Map<string, Box[]>} */
    this.cells = new Map();
  }

  /**
   * @param {Box} box
   * @returns {Generator<string>}
   */
  *keys(box) {
    for (let x = Math.floor(box.left / 80); x <= Math.floor(box.right / 80); x++) {
      for (let y = Math.floor(box.top / 80); y <= Math.floor(box.bottom / 80); y++) yield `${x},${y}`;
    }
  }

  /** @param {Box} box */
  isFree(box) {
    for (const key of this.keys(box)) {
      for (const one of this.cells.get(key) || []) {
        if (box.left < one.right && one.left < box.right && box.top < one.bottom && one.top < box.bottom) return false;
      }
    }
    return true;
  }

  /** @param {Box} box */
  take(box) {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }
}

/**
 * Boxes for a text beside a disc: below, above, to the right, to the left.
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 * @param {number} width
 * @param {number} height
 * @returns {Box[]}
 */
function beside(x, y, reach, width, height) {
  const box = (/** @type {number} */ left, /** @type {number} */ top) => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
  });
  return [
    box(x - width / 2, y + reach + 2),
    box(x - width / 2, y - reach - 2 - height),
    box(x + reach + 4, y - height / 2),
    box(x - reach - 4 - width, y - height / 2),
  ];
}

/**
 * Boxes for the title of a plan: over its disc, or in it where something is above.
 * @param {number} x
 * @param {number} top
 * @param {number} width
 * @param {number} height
 * @returns {Box[]}
 */
function above(x, top, width, height) {
  return [-height - 2, 0, height].map((shift) => ({
    left: x - width / 2,
    top: top + shift,
    right: x + width / 2,
    bottom: top + shift + height,
  }));
}

/**
 * A box that sticks out of the canvas a little, moved in.
 * @param {Box} box
 * @param {number} width
 * @returns {Box}
 */
function within(box, width) {
  const shift =
    box.left < 3 && box.right > 40
      ? 3 - box.left
      : box.right > width - 3 && box.left < width - 40
        ? width - 3 - box.right
        : 0;
  return shift ? { ...box, left: box.left + shift, right: box.right + shift } : box;
}

/**
 * Draw the names of nodes onto the canvas, in pixels of the screen.
 * @param {CanvasRenderingContext2D} context
 * @param {{node: number, x: number, y: number, reach: number, strong: boolean, faded: boolean, top?: number}[]} shown most important first
 * @param {number} scale @param {{width: number, height: number}} size
 */
function drawLabels(context, shown, scale, size) {
  const room = new Room();
  const family = styled("--font");
  const inside = shown.filter(({ x, y }) => x > -60 && y > -60 && x < size.width + 60 && y < size.height + 60);
  for (const { x, y, reach } of inside) {
    const solid = reach * 0.7; // a name may touch a disc, not cover it
    if (reach > 6) room.take({ left: x - solid, top: y - solid, right: x + solid, bottom: y + solid });
  }
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  let drawn = 0;
  for (const one of inside) {
    if (drawn >= 260) break;
    if (drawLabel(context, one, room, scale, family)) drawn++;
  }
}

/**
 * A name, of a unit that carries much with the number of its tasks.
 * @param {number} node
 */
function withCount(node) {
  const { kind, name } = NODES[node];
  if (!UNITS.has(kind)) return name;
  const { lead, responsible } = workload(node);
  return lead + responsible >= MUCH ? `${name} ${lead + responsible}` : name;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {{node: number, x: number, y: number, reach: number, strong: boolean, faded: boolean, top?: number}} one
 * @param {Room} room
 * @param {number} scale
 * @param {string} family
 */
function drawLabel(context, one, room, scale, family) {
  const { kind } = NODES[one.node];
  const [width, lines, base, from] = (kind === "Plan" && scale < FAR && FAR_PLAN) || LABELS[kind] || OTHER_LABEL;
  if (!one.strong && (scale < from || one.faded)) return false;
  const least = context.canvas.clientWidth < NARROW && scale >= FAR ? base - 2 : base;
  const size = Math.min(base + 4, Math.max(least, Math.round(base * Math.sqrt(scale))));
  const text = wrapped(withCount(one.node), one.strong ? width + 3 : width, one.strong ? lines + 1 : lines);
  context.font = `${kind === "Plan" || one.strong ? "600 " : ""}${size}px ${family}`;
  const wide = Math.max(...text.map((line) => context.measureText(line).width));
  const high = text.length * size * 1.22;
  const where = one.top === undefined ? beside(one.x, one.y, one.reach, wide, high) : above(one.x, one.top, wide, high);
  const box = where.map((each) => within(each, context.canvas.clientWidth)).find((each) => room.isFree(each));
  if (!box) return false;
  room.take(box);
  context.strokeStyle = styled("--canvas");
  context.lineWidth = 3.5;
  context.fillStyle = kind === "Plan" ? colour(kind) : styled(one.faded ? "--faint" : "--ink");
  text.forEach((line, i) => {
    const y = box.top + i * size * 1.22;
    context.strokeText(line, (box.left + box.right) / 2, y);
    context.fillText(line, (box.left + box.right) / 2, y);
  });
  return true;
}
