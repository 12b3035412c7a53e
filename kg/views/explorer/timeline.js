// Time line: phases of plans, deadlines of tasks, horizons of targets, on one scale of years.

/**
 * A date as a number of years: its first moment, or with `end` its last.
 * @param {string} date
 * @param {boolean} end
 */
function years(date, end) {
  const [year, month, day] = date.split("-").map(Number);
  if (!month) return year + Number(end);
  if (!day) return year + (month - 1 + Number(end)) / 12;
  return year + (month - 1) / 12 + (day - 1 + Number(end)) / 366;
}

function datedRows() {
  return passing("Plan", "Phase", "Task", "Target").flatMap((node) => {
    const { kind, start, date } = NODES[node];
    if (!start && !date) return [];
    return [
      {
        node,
        kind,
        plan: plansOf(node)[0],
        start: start || "",
        end: date || "",
        from: years(start || date || "", !start),
        to: years(date || start || "", true),
      },
    ];
  });
}

/**
 * @param {any[]} rows
 * @returns {[number, number]}
 */
function scaleOf(rows) {
  const first = rows.reduce((least, row) => Math.min(least, row.from), Infinity);
  const last = rows.reduce((most, row) => Math.max(most, row.to), -Infinity);
  return [Math.floor(Math.min(first, last - 0.01)), Math.max(Math.ceil(last), Math.floor(first) + 1)];
}

/**
 * The bar or the point of a row, on a scale with a line for each year.
 * @param {any} row
 * @param {[number, number]} scale
 */
function span(row, [first, last]) {
  const at = (/** @type {number} */ year) => `${((100 * (year - first)) / (last - first)).toFixed(2)}%`;
  const box = el("span", { class: "span" });
  for (let year = first; year <= last; year++) box.append(el("i", { class: "tick", style: { left: at(year) } }));
  const mark = el("b", {
    class: row.start && row.end ? "stretch" : "point",
    style:
      row.start && row.end
        ? { left: at(row.from), width: `${Math.max(0.6, (100 * (row.to - row.from)) / (last - first))}%` }
        : { left: at(row.to) },
  });
  mark.style.setProperty("--sign", colour(row.kind));
  box.append(mark);
  return box;
}

TABLES.timeline = {
  sort: "end",
  rows: datedRows,
  columns() {
    const scale = scaleOf(datedRows());
    const labels = Number.isFinite(scale[0])
      ? Array.from({ length: scale[1] - scale[0] }, (_, i) => String(scale[0] + i)).join(" · ")
      : "";
    return [
      {
        key: "name",
        title: say("ui.name"),
        wide: true,
        value: (row) => NODES[row.node].name,
        show: (row) => el("span", {}, sign(row.kind), nodeLink(row.node)),
      },
      { key: "span", title: labels, value: (row) => row.from, show: (row) => span(row, scale) },
      {
        key: "kind",
        title: say("ui.kind"),
        value: (row) => heading(say(row.kind === "Task" ? "fact.deadline" : `kind.${row.kind}`)),
      },
      { key: "start", title: say("fact.periodStart"), value: (row) => row.start },
      { key: "end", title: say("fact.periodEnd"), value: (row) => row.end },
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
