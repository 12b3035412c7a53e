// Policies with the plans that cite them.

TABLES.policies = {
  sort: "-plans",
  rows: () =>
    passing("Policy").map((node) => {
      const edges = EDGES_OF[node].filter(
        (edge) => filter.edges[edge] && RELATIONS.has(EDGES[edge][0]) && NODES[EDGES[edge][1]].kind === "Plan",
      );
      const plans = [...new Set(edges.map((edge) => EDGES[edge][1]))];
      return {
        node,
        plans,
        relations: [...new Set(edges.map((edge) => EDGES[edge][0]))],
        mentions: edges.reduce((sum, edge) => sum + EDGES[edge][6], 0),
      };
    }),
  columns: () => [
    {
      key: "name",
      title: heading(say("kind.Policy")),
      wide: true,
      value: (row) => NODES[row.node].name,
      show: (row) => nodeLink(row.node),
    },
    { key: "number", title: say("fact.documentNumber"), value: (row) => fact(row.node, "documentNumber") },
    {
      key: "level",
      title: say("fact.policyLevel"),
      value: (row) => (NODES[row.node].level ? say(`value.${NODES[row.node].level}`) : ""),
    },
    { key: "year", title: say("fact.policyYear"), value: (row) => Number(fact(row.node, "policyYear")) || null },
    {
      key: "relation",
      title: say("fact.relation"),
      value: (row) => row.relations.map((/** @type {string} */ type) => say(`edge.${type}`)).join("；"),
    },
    { key: "plans", title: say("ui.planCount"), value: (row) => row.plans.length },
    { key: "mentions", title: say("ui.mentions"), value: (row) => row.mentions },
    {
      key: "by",
      title: say("in.cites"),
      wide: true,
      value: (row) => names(row.plans),
      show: (row) => nodeLinks(row.plans),
    },
  ],
};
