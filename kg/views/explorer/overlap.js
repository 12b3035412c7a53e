// Overlap of policies: how many documents two plans both cite; a matrix, or pairs where plans are many.

const MOST_MATRIX = 24;

/**
 * The policies that each plan cites.
 * @returns {Map<number, Set<number>>}
 */
function citedBy() {
  return new Map(
    passingPlans().map((plan) => [
      plan,
      new Set(ends(PLANS[plan].node, (edge) => RELATIONS.has(edge[0])).filter((node) => filter.nodes[node])),
    ]),
  );
}

/**
 * @param {Set<number>} a
 * @param {Set<number>} b
 */
function both(a, b) {
  return [...a].filter((one) => b.has(one));
}

/**
 * A cell of the matrix; a click lists the shared documents.
 * @param {number} one
 * @param {number} other
 * @param {number[]} shared
 * @param {number} most
 */
function overlapCell(one, other, shared, most) {
  const own = one === other;
  const cell = button(String(shared.length), () => showShared(one, other, shared), {
    class: own ? "cell own" : "cell",
    title: names(shared) || say("ui.nothing"),
  });
  if (!own && shared.length) cell.style.setProperty("--heat", String(0.15 + (0.75 * shared.length) / most));
  if (!own && shared.length * 2 > most) cell.classList.add("hot");
  return cell;
}

/**
 * @param {number} one
 * @param {number} other
 * @param {number[]} shared
 */
function showShared(one, other, shared) {
  const list = el("ul", {}, ...shared.map((node) => el("li", {}, nodeLink(node))));
  const title = one === other ? planName(one) : say("ui.shared", planName(one), planName(other), shared.length);
  fill(byId("shared"), el("h3", {}, title), list);
}

TABLES.overlap = {
  sort: "",
  about: () => el("div", { id: "shared" }, el("p", {}, say("ui.overlapHint"))),
  rows() {
    const cited = citedBy();
    const plans = [...cited.keys()];
    if (plans.length <= MOST_MATRIX) return plans.map((plan) => ({ node: PLANS[plan].node, plan, cited }));
    return plans.flatMap((one, i) =>
      plans.slice(i + 1).flatMap((other) => {
        const shared = both(cited.get(one) || new Set(), cited.get(other) || new Set());
        return shared.length ? [{ node: PLANS[one].node, plan: one, other, shared }] : [];
      }),
    );
  },
  columns() {
    const cited = citedBy();
    const plans = [...cited.keys()];
    const plan = {
      key: "plan",
      title: heading(say("kind.Plan")),
      wide: true,
      value: (/** @type {any} */ row) => planName(row.plan),
      show: (/** @type {any} */ row) => nodeLink(row.node),
    };
    if (plans.length > MOST_MATRIX) {
      return [
        plan,
        {
          key: "other",
          title: heading(say("kind.Plan")),
          wide: true,
          value: (row) => planName(row.other),
          show: (row) => nodeLink(PLANS[row.other].node),
        },
        {
          key: "count",
          title: say("ui.sharedCount"),
          value: (row) => row.shared.length,
          show: (row) =>
            button(String(row.shared.length), () => showShared(row.plan, row.other, row.shared), { class: "link" }),
        },
      ];
    }
    const sharedWith = (/** @type {number} */ a, /** @type {number} */ b) =>
      both(cited.get(a) || new Set(), cited.get(b) || new Set());
    const most = Math.max(1, ...plans.flatMap((a) => plans.filter((b) => b !== a).map((b) => sharedWith(a, b).length)));
    return [
      plan,
      ...plans.map((other) => ({
        key: `p${other}`,
        title: planName(other),
        wide: true,
        value: (/** @type {any} */ row) => sharedWith(row.plan, other).length,
        show: (/** @type {any} */ row) => overlapCell(row.plan, other, sharedWith(row.plan, other), most),
      })),
    ];
  },
};
