// The neighbourhood of a node, and where its nodes lie around it.

const MOST_NEIGHBOURS = 240;

/**
 * The nodes within some steps, nearest and strongest first, with their distance; `left` were too many.
 * @param {number} centre @param {number} depth
 * @returns {{steps: Map<number, number>, left: number}}
 */
function neighbourhood(centre, depth) {
  const steps = new Map([[centre, 0]]);
  let edge = [centre];
  let left = 0;
  for (let step = 1; step <= depth; step++) {
    /** @type {Set<number>} */
    const next = new Set();
    for (const node of edge) for (const one of nextTo(node)) if (!steps.has(one)) next.add(one);
    const found = [...next].sort((a, b) => weight(b) - weight(a) || a - b);
    edge = found.slice(0, Math.max(0, MOST_NEIGHBOURS - steps.size));
    left += found.length - edge.length;
    for (const node of edge) steps.set(node, step);
  }
  return { steps, left };
}

/**
 * The nodes next to one, as the filters let them pass: all kinds but themes, which join everything, unless some are asked for.
 * @param {number} node
 */
function nextTo(node) {
  return EDGES_OF[node]
    .filter((edge) => filter.edges[edge])
    .map((edge) => across(edge, node))
    .filter(
      (other) =>
        filter.nodes[other] && (filter.kinds ? filter.kinds.has(NODES[other].kind) : NODES[other].kind !== "Theme"),
    );
}

/**
 * Places around the centre: the first step on inner rings by kind, the second outside, each near where it hangs.
 * @param {Map<number, number>} steps
 */
function radial(steps) {
  /** @type {Map<number, {x: number, y: number}>} */
  const places = new Map();
  const [centre] = steps.keys();
  places.set(centre, { x: 0, y: 0 });
  const first = [...steps]
    .filter(([, step]) => step === 1)
    .map(([node]) => node)
    .sort(byKindAndPlan);
  const radius = onRings(first, 190, 92, places, null);
  const second = [...steps].filter(([, step]) => step === 2).map(([node]) => node);
  const angle = new Map(second.map((node) => [node, meanAngle(node, places)]));
  second.sort((a, b) => (angle.get(a) ?? 0) - (angle.get(b) ?? 0) || a - b);
  onRings(second, radius + 150, 84, places, angle);
  return places;
}

/**
 * @param {number} a
 * @param {number} b
 */
function byKindAndPlan(a, b) {
  const rankOf = (/** @type {number} */ node) => KIND_RANK.indexOf(NODES[node].kind);
  return rankOf(a) - rankOf(b) || (plansOf(a)[0] ?? 0) - (plansOf(b)[0] ?? 0) || a - b;
}

/**
 * Put nodes on rings in their order; the radius of the last ring.
 * @param {number[]} nodes @param {number} inner @param {number} room
 * @param {Map<number, {x: number, y: number}>} places @param {Map<number, number> | null} wishes
 */
function onRings(nodes, inner, room, places, wishes) {
  if (!nodes.length) return inner;
  let rings = 1;
  while (capacity(inner, rings, room) < nodes.length) rings++;
  const turn = wishes && nodes.length < capacity(inner, rings, room) / 2 ? wishes : null;
  nodes.forEach((node, i) => {
    const radius = inner + (i % rings) * 88;
    const even = -Math.PI / 2 + (2 * Math.PI * i) / nodes.length;
    const angle = turn ? spread(nodes, i, turn, room / inner) : even;
    places.set(node, { x: Math.round(radius * Math.cos(angle) * 1.25), y: Math.round(radius * Math.sin(angle)) });
  });
  return inner + (rings - 1) * 88;
}

/**
 * @param {number} inner
 * @param {number} rings
 * @param {number} room
 */
function capacity(inner, rings, room) {
  let sum = 0;
  for (let i = 0; i < rings; i++) sum += Math.floor((2 * Math.PI * (inner + i * 88)) / room);
  return sum;
}

/**
 * The wished angle, moved on where the one before is too near.
 * @param {number[]} nodes
 * @param {number} i
 * @param {Map<number, number>} wishes
 * @param {number} apart
 */
function spread(nodes, i, wishes, apart) {
  let angle = wishes.get(nodes[0]) ?? 0;
  for (let k = 1; k <= i; k++) angle = Math.max(wishes.get(nodes[k]) ?? 0, angle + apart);
  return angle;
}

/**
 * @param {number} node
 * @param {Map<number, {x: number, y: number}>} places
 */
function meanAngle(node, places) {
  let x = 0;
  let y = 0;
  for (const other of nextTo(node)) {
    const place = places.get(other);
    if (place) {
      x += place.x;
      y += place.y;
    }
  }
  return Math.atan2(y, x);
}
