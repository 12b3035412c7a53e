// Members of leadership groups with their posts.

TABLES.members = {
  sort: "",
  rows: () =>
    EDGES.flatMap(([type, person, group, role, evidence], edge) => {
      if (type !== "inGroup" || !filter.edges[edge] || !filter.nodes[person]) return [];
      const posts = EDGES_OF[person].filter((one) => EDGES[one][0] === "holdsPost" && filter.edges[one]);
      return [
        {
          node: person,
          group,
          role,
          evidence,
          units: posts.map((one) => EDGES[one][2]),
          posts: posts.map((one) => EDGES[one][3]),
        },
      ];
    }),
  columns: () => [
    { key: "name", title: heading(say("kind.Person")), value: (row) => NODES[row.node].name, show: (row) => nodeLink(row.node) },
    { key: "role", title: heading(say("fact.role")), value: (row) => row.role },
    {
      key: "unit",
      title: heading(say("kind.Unit")),
      value: (row) => names(row.units),
      show: (row) => nodeLinks(row.units),
    },
    { key: "post", title: heading(say("kind.Post")), value: (row) => row.posts.join("；") },
    {
      key: "group",
      title: heading(say("kind.LeadershipGroup")),
      wide: true,
      value: (row) => NODES[row.group].name,
      show: (row) => nodeLink(row.group),
    },
    {
      key: "plan",
      title: heading(say("kind.Plan")),
      wide: true,
      value: (row) => names(plansOf(row.group).map((plan) => PLANS[plan].node)),
      show: (row) => planLinks(plansOf(row.group)),
    },
  ],
};
