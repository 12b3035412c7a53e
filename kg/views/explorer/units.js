// Units with how much they carry, by role.

TABLES.units = {
  sort: "-total",
  rows() {
    return passing("Unit", "CollectiveUnit").map((node) => {
      const { lead, responsible } = workload(node);
      return {
        node,
        lead,
        responsible,
        total: lead + responsible,
        plans: plansOf(node).filter((plan) => filter.plans[plan]),
      };
    });
  },
  columns() {
    const most = Math.max(1, ...TABLES.units.rows().map((row) => row.total));
    return [
      {
        key: "name",
        title: heading(say("kind.Unit")),
        value: (row) => NODES[row.node].name,
        show: (row) => nodeLink(row.node),
      },
      { key: "place", title: heading(say("fact.jurisdiction")), value: (row) => fact(row.node, "jurisdiction") },
      {
        key: "total",
        title: say("ui.tasks"),
        value: (row) => row.total,
        show: (row) =>
          el("span", { class: "load" }, bar(row.lead, row.responsible, most), el("b", {}, String(row.total))),
      },
      { key: "lead", title: heading(say("value.lead")), value: (row) => row.lead },
      { key: "responsible", title: heading(say("value.responsible")), value: (row) => row.responsible },
      {
        key: "plans",
        title: say("ui.planCount"),
        value: (row) => row.plans.length,
        show: (row) =>
          el(
            "span",
            { title: names(row.plans.map((/** @type {number} */ plan) => PLANS[plan].node)) },
            String(row.plans.length),
          ),
      },
      { key: "printed", title: say("ui.also"), wide: true, value: (row) => (NODES[row.node].also || []).join("；") },
    ];
  },
};
