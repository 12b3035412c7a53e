// The data of the page, read once, and who is next to whom.

/** @typedef {[plan: number, start: number, end: number]} Place */
/**
 * @typedef {Object} PageNode
 * @property {string} id
 * @property {string} kind
 * @property {string} name
 * @property {string[]} [also]
 * @property {string} [initials]
 * @property {number[]} [plans]
 * @property {Object<string, string | string[]>} [facts]
 * @property {string} [level]
 * @property {string} [start]
 * @property {string} [date]
 * @property {string} [section]
 * @property {number} [number]
 * @property {number} [weight]
 * @property {Place[]} [evidence]
 * @property {[number, number]} [at] place on a wide screen
 * @property {[number, number]} [tall] place on one that is higher than wide
 */
/** @typedef {[type: string, source: number, target: number, said: string, evidence: Place[], stated: boolean,
 *   times: number]} PageEdge */
/** @typedef {{node: number, text: string, openness: string, marking: string,
 *   sections: [number, number, number, string][], spans: [number, number, number][],
 *   marks: [number, number, string, number][], gaps: [number, number, string, string][]}} PagePlan */
/** @typedef {{x: number, y: number, width: number, height: number, name: string, plan: number}} Region */
/** @typedef {{shape: string, light: string, dark: string, first: boolean}} Look */
/** @typedef {{nodes: PageNode[], edges: PageEdge[], plans: PagePlan[], regions: Region[], tall: Region[],
 *   words: Object<string, [string, string]>, looks: Object<string, Look>}} PageData */

/** @type {PageData} */
const DATA = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("data")).textContent || "{}");
const { nodes: NODES, edges: EDGES, plans: PLANS } = DATA;

/** Place of a node in the list, by id. */
const BY_ID = new Map(NODES.map((node, i) => [node.id, i]));

/**
 * The edges of each node, as places in the list.
 * @type {number[][]}
 */
const EDGES_OF = NODES.map(() => []);
EDGES.forEach(([, source, target], i) => {
  EDGES_OF[source].push(i);
  if (target !== source) EDGES_OF[target].push(i);
});

const ROLES = new Set(["leads", "responsibleFor"]);
const UNITS = new Set(["Unit", "CollectiveUnit"]);
const RELATIONS = new Set(["basedOn", "implements", "amends", "creates", "cites"]);

/**
 * The other end of an edge.
 * @param {number} edge
 * @param {number} node
 */
function across(edge, node) {
  const [, source, target] = EDGES[edge];
  return source === node ? target : source;
}

/**
 * @param {number} node
 * @returns {number[]}
 */
function plansOf(node) {
  return NODES[node].plans || [];
}

/**
 * A fact as text.
 * @param {number} node
 * @param {string} name
 * @returns {string}
 */
function fact(node, name) {
  const value = (NODES[node].facts || {})[name];
  return Array.isArray(value) ? value.join("；") : value || "";
}

/**
 * @param {number} node
 * @returns {number}
 */
function weight(node) {
  return NODES[node].weight || 1;
}

/**
 * @param {string} kind
 * @returns {number[]}
 */
function ofKind(kind) {
  return NODES.flatMap((node, i) => (node.kind === kind ? [i] : []));
}
