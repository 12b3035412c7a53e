// The state of the page, which stands in the address after '#': a link shows what its sender saw.

/**
 * @typedef {Object} State
 * @property {string} view graph, a table, or proof
 * @property {string} node id of the node whose panel is open
 * @property {string} with id of the other end, where the panel shows only what joins the two
 * @property {string} around id of the node whose neighbourhood is shown
 * @property {string} depth 1 or 2
 * @property {string} plans ids of the plans shown, all if empty
 * @property {string} kinds kinds shown, those of the first sight if empty
 * @property {string} role lead, responsible, or empty
 * @property {string} theme
 * @property {string} level
 * @property {string} from
 * @property {string} to
 * @property {string} all 1: draw more nodes than are drawn at first
 * @property {string} text id of the plan whose text is shown
 * @property {string} at offset in it
 * @property {string} sort column of the table, with '-' before it downwards
 * @property {string} rows what the rows of the table must hold
 * @property {string} split 1: graph beside the table
 * @property {string} lang
 * @property {string} light light, dark, or empty for what the system says
 */

/** @type {State} */
const EMPTY = {
  view: "graph",
  node: "",
  with: "",
  around: "",
  depth: "1",
  plans: "",
  kinds: "",
  role: "",
  theme: "",
  level: "",
  from: "",
  to: "",
  all: "",
  text: "",
  at: "",
  sort: "",
  rows: "",
  split: "",
  lang: "zh",
  light: "",
};

/** @type {State} */
let state = { ...EMPTY };

/** @type {((before: State) => void)[]} */
const listeners = [];

/**
 * @param {string} fragment
 * @returns {State}
 */
function parseState(fragment) {
  const found = { ...EMPTY };
  for (const [key, value] of new URLSearchParams(fragment.replace(/^#/, ""))) {
    if (Object.hasOwn(EMPTY, key)) found[/** @type {keyof State} */ (key)] = value;
  }
  return found;
}

/** @param {State} from */
function fragmentOf(from) {
  const params = new URLSearchParams();
  for (const key of /** @type {(keyof State)[]} */ (Object.keys(EMPTY))) {
    if (from[key] !== EMPTY[key]) params.set(key, from[key]);
  }
  return `#${params.toString()}`;
}

/**
 * Change the state; `quiet` changes leave no trace in the history (typing, for one).
 * @param {Partial<State>} change
 * @param {boolean} [quiet]
 */
function go(change, quiet = false) {
  const next = { ...state, ...change };
  const fragment = fragmentOf(next);
  if (fragment === fragmentOf(state)) return;
  if (quiet) location.replace(fragment);
  else location.hash = fragment;
  settle(next);
}

/** @param {State} next */
function settle(next) {
  if (fragmentOf(next) === fragmentOf(state)) return;
  const before = state;
  state = next;
  for (const listener of listeners) listener(before);
}

addEventListener("hashchange", () => settle(parseState(location.hash)));

/**
 * The node a part of the state names, -1 where it names none.
 * @param {string} id
 */
function nodeOf(id) {
  return BY_ID.get(id) ?? -1;
}

/**
 * Open the panel of a node.
 * @param {number} node
 */
function select(node) {
  go({ node: node < 0 ? "" : NODES[node].id, with: "" });
}

/**
 * Show a node in the graph: its neighbourhood, and its panel.
 * @param {number} node
 * @param {string} [depth]
 */
function showAround(node, depth = "1") {
  go({ view: "graph", node: NODES[node].id, with: "", around: NODES[node].id, depth });
}
