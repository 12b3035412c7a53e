// Tasks with their units and deadlines.

TABLES.tasks = {
  sort: "",
  rows: () =>
    passing("Task").map((node) => ({
      node,
      plan: plansOf(node)[0],
      lead: ends(node, (edge) => edge[0] === "leads"),
      responsible: ends(node, (edge) => edge[0] === "responsibleFor"),
      themes: ends(node, (edge) => edge[0] === "hasTheme"),
    })),
  columns: () => [
    {
      key: "name",
      title: heading(say("kind.Task")),
      wide: true,
      value: (row) => NODES[row.node].name,
      show: (row) => nodeLink(row.node),
    },
    { key: "number", title: say("fact.numberPath"), value: (row) => fact(row.node, "numberPath") },
    { key: "lead", title: heading(say("value.lead")), value: (row) => names(row.lead), show: (row) => nodeLinks(row.lead) },
    {
      key: "responsible",
      title: heading(say("value.responsible")),
      wide: true,
      value: (row) => names(row.responsible),
      show: (row) => nodeLinks(row.responsible),
    },
    { key: "deadline", title: say("fact.deadline"), value: (row) => fact(row.node, "deadline") },
    { key: "derived", title: say("fact.derivedDue"), value: (row) => fact(row.node, "derivedDue") },
    { key: "themes", title: heading(say("kind.Theme")), value: (row) => names(row.themes) },
    { key: "section", title: heading(say("kind.Section")), value: (row) => NODES[row.node].section || "" },
    {
      key: "plan",
      title: heading(say("kind.Plan")),
      wide: true,
      value: (row) => planName(row.plan),
      show: (row) => nodeLink(PLANS[row.plan].node),
    },
  ],
};
