// The panel of a node: its facts, what it is joined to, and the sentences that say so.

const MOST_ITEMS = 60;

/** Show the panel of the node chosen. */
function drawPanel() {
  const panel = byId("panel");
  const node = nodeOf(state.node);
  panel.hidden = node < 0;
  document.body.classList.toggle("open", node >= 0);
  if (node < 0) return fill(panel);
  panel.setAttribute("aria-label", NODES[node].name);
  panel.scrollTop = 0;
  const groups = edgeGroups(node, nodeOf(state.with));
  return fill(
    panel,
    panelHead(node),
    state.with && pairChip(),
    ...(state.with ? [] : [factList(node), evidenceOf(node)]),
    ...groups.map((group) => groupBlock(node, group, groups.length)),
    Boolean(state.with) && !groups.length && el("p", {}, say("ui.nothing")),
  );
}

/** @param {number} node */
function panelHead(node) {
  const { kind, name } = NODES[node];
  const depth = (/** @type {string} */ steps) =>
    button(say("ui.steps", steps), () => showAround(node, steps), {
      "aria-pressed": state.around === NODES[node].id && state.depth === steps,
    });
  const text = PLANS.findIndex((plan) => plan.node === node);
  return el(
    "header",
    {},
    el(
      "div",
      { class: "kind" },
      sign(kind),
      heading(say(`kind.${kind}`)),
      button("×", () => go({ node: "", with: "" }), { class: "close", "aria-label": say("ui.close") }),
    ),
    el("h2", {}, name),
    el(
      "div",
      { class: "acts" },
      el("span", {}, say("ui.neighbourhood")),
      depth("1"),
      depth("2"),
      state.view !== "graph" &&
        button(say("ui.inGraph"), () => {
          go({ view: "graph", around: "" });
          focusNode(node);
        }),
      text >= 0 && button(say("view.proof"), () => go({ view: "proof", text: NODES[node].id, at: "" })),
    ),
  );
}

/** Says that only the relations to one other node are shown. */
function pairChip() {
  const other = nodeOf(state.with);
  return el(
    "p",
    { class: "chip" },
    say("ui.only", other < 0 ? "" : NODES[other].name),
    button("×", () => go({ with: "" }), { "aria-label": say("ui.close") }),
  );
}

/** @param {number} node */
function factList(node) {
  const list = el("dl");
  const row = (/** @type {string} */ name, /** @type {string} */ value) =>
    value && list.append(el("dt", {}, heading(name)), el("dd", {}, value));
  const { also, facts, kind, level, section } = NODES[node];
  if (UNITS.has(kind)) {
    const { lead, responsible } = workload(node);
    if (lead + responsible)
      list.append(
        el("dt", {}, heading(say("ui.work"))),
        el("dd", {}, bar(lead, responsible, lead + responsible), " ", say("ui.workload", lead, responsible)),
      );
  }
  for (const name of Object.keys(facts || {})) row(say(`fact.${name}`), fact(node, name));
  if (kind === "Policy" && level) row(say("fact.policyLevel"), say(`value.${level}`));
  row(say("ui.also"), (also || []).join("；"));
  row(say("kind.Section"), section || "");
  return list;
}

/**
 * A bar of a unit's work.
 * @param {number} lead
 * @param {number} responsible
 * @param {number} most
 */
function bar(lead, responsible, most) {
  const part = (/** @type {string} */ name, /** @type {number} */ value) =>
    el("i", { class: name, style: { width: `${most ? (100 * value) / most : 0}%` } });
  return el(
    "span",
    { class: "bar", role: "img", "aria-label": say("ui.workload", lead, responsible) },
    part("lead", lead),
    part("responsible", responsible),
  );
}

/** @param {number} node */
function evidenceOf(node) {
  const found = NODES[node].evidence || [];
  if (!found.length) return null;
  const block = el(
    "details",
    { class: "group", open: NODES[node].kind !== "Plan" },
    el("summary", {}, heading(say("kind.Evidence"))),
  );
  block.append(...quoteBlocks(found));
  return block;
}

/** @typedef {{title: string, edges: number[], type: string}} Group */

/**
 * The edges of a node by kind and direction.
 * @param {number} node
 * @param {number} other
 * @returns {Group[]}
 */
function edgeGroups(node, other) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const edge of EDGES_OF[node]) {
    if (!filter.edges[edge] || (other >= 0 && !joins(edge, node, other))) continue;
    const [type, source] = EDGES[edge];
    const out = source === node;
    const kind = NODES[across(edge, node)].kind;
    const key = out ? `out.${type}` : type === "inPlan" || type === "inTask" ? `in.${type}.${kind}` : `in.${type}`;
    const known = groups.get(key) || { title: groupTitle(type, out, kind), edges: [], type };
    known.edges.push(edge);
    groups.set(key, known);
  }
  const order = [
    "leads",
    "responsibleFor",
    "basedOn",
    "implements",
    "amends",
    "creates",
    "cites",
    "inGroup",
    "holdsPost",
  ];
  const rankOf = (/** @type {Group} */ group) => (order.indexOf(group.type) + order.length + 1) % (order.length + 1);
  return [...groups.values()].sort((a, b) => rankOf(a) - rankOf(b));
}

/**
 * Whether an edge joins two nodes; to a plan, whether it leads into it.
 * @param {number} edge
 * @param {number} node
 * @param {number} other
 */
function joins(edge, node, other) {
  const there = across(edge, node);
  if (there === other) return true;
  const plan = PLANS.findIndex((one) => one.node === other);
  return plan >= 0 && ROLES.has(EDGES[edge][0]) && plansOf(there)[0] === plan;
}

/**
 * @param {string} type
 * @param {boolean} out
 * @param {string} kind
 */
function groupTitle(type, out, kind) {
  if (out) return hasWord(`out.${type}`) ? say(`out.${type}`) : say(`edge.${type}`);
  if (type === "inPlan" || type === "inTask") return say(`kind.${kind}`);
  return hasWord(`in.${type}`) ? say(`in.${type}`) : say(`edge.${type}`);
}

/**
 * @param {number} node
 * @param {Group} group
 * @param {number} among
 */
function groupBlock(node, group, among) {
  const list = el("ul");
  const more = (/** @type {number} */ from) => {
    const to = Math.min(group.edges.length, from + MOST_ITEMS);
    for (const edge of group.edges.slice(from, to)) list.append(edgeItem(edge, node));
    if (to < group.edges.length) {
      const next = el(
        "li",
        {},
        button(
          say("ui.more", group.edges.length - to),
          () => {
            next.remove();
            more(to);
          },
          { class: "link" },
        ),
      );
      list.append(next);
    }
  };
  more(0);
  return el(
    "details",
    { class: "group", open: group.edges.length <= 12 || ROLES.has(group.type) || among < 3 },
    el("summary", {}, heading(group.title), el("small", {}, String(group.edges.length))),
    list,
  );
}

/**
 * @param {number} edge
 * @param {number} node
 */
function edgeItem(edge, node) {
  const [type, , , said, evidence, stated] = EDGES[edge];
  const other = across(edge, node);
  const { kind } = NODES[other];
  const about = [
    said && `“${said}”`,
    kind === "Task" || kind === "Target" ? fact(other, "deadline") || NODES[other].date : "",
    !stated && say("ui.derived"),
    kind !== "Plan" && plansOf(other).length === 1 && plansOf(node).length !== 1 && planName(plansOf(other)[0]),
  ]
    .filter(Boolean)
    .join(" · ");
  const head = el("span", { class: "item" }, sign(kind), nodeLink(other), el("small", {}, about));
  if (!evidence.length) return el("li", { "data-edge": edge, "data-type": type }, head);
  const box = el("div", { hidden: true });
  const toggle = button(
    say("ui.quote"),
    () => {
      if (!box.hasChildNodes()) box.append(...quoteBlocks(evidence));
      box.hidden = !box.hidden;
      toggle.setAttribute("aria-expanded", String(!box.hidden));
    },
    { class: "toggle", "aria-expanded": "false" },
  );
  head.append(toggle);
  return el("li", { "data-edge": edge, "data-type": type }, head, box);
}
