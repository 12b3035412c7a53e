// Targets side by side: an indicator a row, a plan a column; where plans are many, a target a row.

const MOST_COLUMNS = 8;

/** Targets by indicator, and in it by plan. */
function indicatorRows() {
  /** @type {Map<string, {name: string, node: number, by: Map<number, number[]>}>} */
  const rows = new Map();
  for (const node of passing("Target")) {
    const name = fact(node, "indicator");
    const known = rows.get(folded(name)) || { name, node, by: new Map() };
    const plan = plansOf(node)[0];
    known.by.set(plan, [...(known.by.get(plan) || []), node]);
    rows.set(folded(name), known);
  }
  return [...rows.values()].map((row) => ({ ...row, plans: row.by.size }));
}

/**
 * A target's value with its date.
 * @param {number} node
 */
function promised(node) {
  const { date } = NODES[node];
  return (
    fact(node, "value") +
    (date ? (language ? ` by ${date}` : `（${date}）`) : "") +
    (fact(node, "per") ? ` ${fact(node, "per")}` : "")
  );
}

/**
 * @param {number} plan
 * @returns {Column}
 */
function targetColumn(plan) {
  const found = (/** @type {any} */ row) => row.by.get(plan) || [];
  return {
    key: `p${plan}`,
    title: planName(plan),
    wide: true,
    value: (row) => found(row).map(promised).join("；"),
    show: (row) =>
      el(
        "span",
        { class: "names" },
        ...found(row).flatMap((/** @type {number} */ node, /** @type {number} */ i) => [
          i ? "；" : "",
          nodeLink(node, promised(node)),
        ]),
      ),
  };
}

TABLES.targets = {
  sort: "-plans",
  rows: () =>
    passingPlans().length > MOST_COLUMNS
      ? passing("Target").map((node) => ({ node, plan: plansOf(node)[0] }))
      : indicatorRows(),
  columns() {
    const plans = passingPlans();
    if (plans.length <= MOST_COLUMNS) {
      return [
        {
          key: "name",
          title: heading(say("fact.indicator")),
          wide: true,
          value: (row) => row.name,
          show: (row) => nodeLink(row.node, row.name),
        },
        { key: "plans", title: say("ui.planCount"), value: (row) => row.plans },
        ...plans.filter((plan) => passing("Target").some((node) => plansOf(node)[0] === plan)).map(targetColumn),
      ];
    }
    return [
      {
        key: "name",
        title: heading(say("fact.indicator")),
        wide: true,
        value: (row) => fact(row.node, "indicator"),
        show: (row) => nodeLink(row.node, fact(row.node, "indicator")),
      },
      {
        key: "value",
        title: say("fact.value"),
        value: (row) => NODES[row.node].number ?? null,
        show: (row) => fact(row.node, "value"),
      },
      { key: "by", title: say("fact.horizon"), value: (row) => NODES[row.node].date || "" },
      {
        key: "plan",
        title: heading(say("kind.Plan")),
        wide: true,
        value: (row) => planName(row.plan),
        show: (row) => nodeLink(PLANS[row.plan].node),
      },
    ];
  },
};
