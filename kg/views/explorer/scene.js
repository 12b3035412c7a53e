// What of the graph is drawn: which nodes, how large, at which places, and which lines.

const MOST_NODES = 2000;
const ALL_NODES = 8000;

/**
 * Nodes drawn, most important first.
 * @type {number[]}
 */
let drawn = [];
/**
 * Places of the nodes drawn.
 * @type {Map<number, {x: number, y: number}>}
 */
let places = new Map();
/**
 * Nodes that stand out because they are next to the one chosen.
 * @type {Set<number> | null}
 */
let lit = null;

/** Whether the canvas is that of a screen that is higher than wide. */
let tall = false;

/**
 * Where a node lies in the whole graph.
 * @param {number} i
 */
function home(i) {
  const [x, y] = (tall ? NODES[i].tall : NODES[i].at) || [0, 0];
  return { x, y };
}

/** The boxes and discs of the whole graph. */
function regions() {
  return tall ? DATA.tall : DATA.regions;
}

/** @param {number} i */
function nodeSize(i) {
  const { kind } = NODES[i];
  const strength = weight(i);
  if (kind === "Plan") return 34;
  if (UNITS.has(kind)) return Math.min(34, 7 + 3.2 * Math.sqrt(strength));
  if (kind === "Policy") return Math.min(26, 8 + 2 * Math.sqrt(strength));
  if (kind === "LeadershipGroup") return 16;
  if (kind === "Theme") return 12;
  return 7;
}

/**
 * Order of importance: plans, then what is shared, then by weight.
 * @param {number} a
 * @param {number} b
 */
function byImportance(a, b) {
  return importance(b) - importance(a) || a - b;
}

/** @param {number} i */
function importance(i) {
  const { kind } = NODES[i];
  const grade = kind === "Plan" ? 1e6 : UNITS.has(kind) || kind === "Policy" || kind === "LeadershipGroup" ? 1e3 : 0;
  return grade * (kind === "Plan" ? 1 : 1 + plansOf(i).length / 4) + weight(i) * (UNITS.has(kind) ? 30 : 10);
}

/**
 * What vis-network is told of a node.
 * @param {number} i
 */
function drawnNode(i) {
  const { kind } = NODES[i];
  const faded = lit !== null && !lit.has(i);
  const tone = colour(kind);
  const place = places.get(i) || { x: 0, y: 0 };
  const chosen = NODES[i].id === state.node;
  return {
    id: i,
    x: place.x,
    y: place.y,
    shape: look(kind).shape,
    size: nodeSize(i),
    opacity: faded ? 0.18 : 1,
    color: { background: tone, border: chosen ? styled("--ink") : styled("--canvas") },
    borderWidth: chosen ? 4 : 1.5,
  };
}

/**
 * The colour of a line.
 * @param {string} type
 */
function tone(type) {
  if (type === "leads") return styled("--leads");
  if (ROLES.has(type) || type === "work") return styled("--responsible");
  if (RELATIONS.has(type)) return colour("Policy");
  if (type === "inGroup" || type === "holdsPost") return colour("Person");
  return styled("--line");
}

/**
 * A line for an edge of the data.
 * @param {number} edge
 * @param {number} opacity
 */
function drawnEdge(edge, opacity) {
  const [type, source, target, , , stated] = EDGES[edge];
  return {
    id: `e${edge}`,
    from: source,
    to: target,
    width: type === "leads" ? 2.6 : 1.4,
    dashes: !stated,
    color: { color: tone(type), opacity },
  };
}

/** The lines of the first sight: how much each unit does for each plan, which policies a plan cites, its groups. */
function overviewEdges() {
  const calm = Math.max(0.25, Math.min(1, 12 / PLANS.length)); // many lines must be faint ones
  const shown = new Set(drawn);
  /** @type {Map<string, {unit: number, plan: number, count: number, leads: number}>} */
  const work = new Map();
  /** @type {any[]} */
  const lines = [];
  EDGES.forEach(([type, source, target], edge) => {
    if (!filter.edges[edge]) return;
    if (ROLES.has(type) && filter.nodes[target] && shown.has(source)) {
      const plan = PLANS[plansOf(target)[0]].node;
      const key = `${source},${plan}`;
      const known = work.get(key) || { unit: source, plan, count: 0, leads: 0 };
      known.count++;
      known.leads += Number(type === "leads");
      work.set(key, known);
    } else if (
      shown.has(source) &&
      shown.has(target) &&
      (RELATIONS.has(type) || ["LeadershipGroup", "Plan"].includes(NODES[source].kind)) &&
      NODES[source].kind !== "Task"
    ) {
      lines.push(drawnEdge(edge, 0.55 * calm));
    }
  });
  for (const { unit, plan, count, leads } of work.values()) {
    if (!shown.has(plan)) continue;
    lines.push({
      id: `w${unit},${plan}`,
      from: unit,
      to: plan,
      width: Math.min(9, 0.8 + Math.sqrt(count)),
      color: {
        color: leads * 2 >= count ? styled("--leads") : styled("--responsible"),
        opacity: calm * (0.28 + Math.min(0.4, count / 60)),
      },
    });
  }
  return lines;
}

/** The lines between the nodes drawn, all of them. */
function allEdges() {
  const shown = new Set(drawn);
  return EDGES.flatMap(([, source, target], edge) =>
    filter.edges[edge] && source !== target && shown.has(source) && shown.has(target) ? [drawnEdge(edge, 0.55)] : [],
  );
}

/** Choose what is drawn, and where; how many more pass the filters. */
function choose() {
  const centre = nodeOf(state.around);
  if (centre >= 0) {
    const { steps, left } = neighbourhood(centre, state.depth === "2" ? 2 : 1);
    drawn = [...steps.keys()].sort((a, b) => (steps.get(a) ?? 0) - (steps.get(b) ?? 0) || byImportance(a, b));
    places = radial(steps);
    return left;
  }
  const passing = NODES.flatMap((node, i) => (filter.nodes[i] && filter.wants(node.kind) ? [i] : [])).sort(
    byImportance,
  );
  drawn = passing.slice(0, state.all ? ALL_NODES : MOST_NODES);
  places = new Map(drawn.map((i) => [i, home(i)]));
  return passing.length - drawn.length;
}

/** @param {any} line */
function dimmed(line) {
  return { ...line, color: { ...line.color, opacity: 0.05 } };
}

/**
 * What is next to a node; from a plan only what is drawn at first.
 * @param {number} node
 */
function workmates(node) {
  return nextTo(node).filter((other) => places.has(other));
}

/**
 * The lines of the chosen node itself.
 * @param {number} node
 */
function litEdges(node) {
  return EDGES_OF[node]
    .filter((edge) => filter.edges[edge] && places.has(across(edge, node)))
    .slice(0, 400)
    .map((edge) => ({ ...drawnEdge(edge, 0.85), id: `l${edge}` }));
}

/**
 * How many tasks a unit leads and is responsible for, as the filters let them pass.
 * @param {number} unit
 */
function workload(unit) {
  let lead = 0;
  let responsible = 0;
  for (const edge of EDGES_OF[unit]) {
    if (!filter.isWork(edge)) continue;
    if (EDGES[edge][0] === "leads") lead++;
    else responsible++;
  }
  return { lead, responsible };
}
