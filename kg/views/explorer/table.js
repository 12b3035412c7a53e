// Tables: each sorts, filters, copies as CSV and leads to the nodes of its rows.

/**
 * @typedef {Object} Column
 * @property {string} key
 * @property {string} title
 * @property {(row: any) => string | number | null} value what is sorted, filtered and copied
 * @property {(row: any) => Node | string} [show] what is shown, where it is more than the value
 * @property {boolean} [wide]
 */
/** @typedef {{columns: () => Column[], rows: () => any[], sort: string, about?: () => Node | null}} TableKind */

/**
 * The tables by the name of their view.
 * @type {Object<string, TableKind>}
 */
const TABLES = {};

const ROWS_AT_ONCE = 200;

/**
 * A name that opens its node.
 * @param {number} node
 * @param {string} [text]
 */
function nodeLink(node, text) {
  const onclick = (/** @type {Event} */ event) => {
    event.preventDefault();
    select(node);
  };
  return el(
    "a",
    { href: fragmentOf({ ...state, node: NODES[node].id }), class: "name", "data-node": NODES[node].id, onclick },
    text ?? NODES[node].name,
  );
}

/**
 * Several names that open their nodes.
 * @param {number[]} nodes
 */
function nodeLinks(nodes) {
  const list = el("span", { class: "names" });
  nodes.forEach((node, i) => list.append(i ? "、" : "", nodeLink(node)));
  return list;
}

/**
 * Names of nodes as text.
 * @param {number[]} nodes
 */
function names(nodes) {
  return nodes.map((node) => NODES[node].name).join("；");
}

/**
 * @param {any} a
 * @param {any} b
 */
function compare(a, b) {
  const none = (/** @type {any} */ value) => value === null || value === undefined || value === "";
  if (none(a) || none(b)) return Number(none(a)) - Number(none(b));
  return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
}

/**
 * The rows of a table as they are shown: filtered and sorted.
 * @param {TableKind} table
 * @param {Column[]} columns
 */
function shownRows(table, columns) {
  const wanted = folded(state.rows);
  const rows = table
    .rows()
    .filter((row) => !wanted || columns.some((column) => folded(String(column.value(row) ?? "")).includes(wanted)));
  const sort = state.sort || table.sort;
  const down = sort.startsWith("-");
  const by = columns.find((column) => column.key === sort.replace("-", ""));
  if (!by) return rows;
  const keyed = rows.map((row, i) => ({ row, i, key: by.value(row) }));
  const blank = (/** @type {any} */ key) => key === null || key === undefined || key === "";
  keyed.sort(
    (a, b) =>
      (blank(a.key) || blank(b.key) ? compare(a.key, b.key) : compare(a.key, b.key) * (down ? -1 : 1)) || a.i - b.i,
  );
  return keyed.map((one) => one.row);
}

/** Draw the table of the present view. */
function drawTable() {
  const table = TABLES[state.view];
  const place = byId("table");
  if (!table) return;
  const columns = table.columns();
  const rows = shownRows(table, columns);
  const csv = () =>
    csvText([columns.map((column) => column.title), ...rows.map((row) => columns.map((column) => column.value(row)))]);
  const field = /** @type {HTMLInputElement} */ (
    el("input", {
      type: "search",
      class: "rows",
      placeholder: say("ui.filterRows"),
      "aria-label": say("ui.filterRows"),
    })
  );
  field.value = state.rows;
  field.addEventListener("input", () => go({ rows: field.value }, true));
  const head = el(
    "div",
    { class: "tools" },
    el("h2", {}, say(`view.${state.view}`)),
    field,
    el("span", { class: "count", role: "status" }, say("ui.rows", rows.length)),
    button(say("ui.copy"), () => copyText(csv()), { id: "copy" }),
    button(say("ui.save"), () => saveText(csv(), `${state.view}.csv`)),
  );
  const hadFocus = document.activeElement?.classList.contains("rows");
  const caret = hadFocus ? /** @type {HTMLInputElement} */ (document.activeElement).selectionStart : 0;
  const body = el("tbody");
  const grid = el(
    "table",
    { class: state.view },
    el("thead", {}, el("tr", {}, ...columns.map((column) => headCell(column, state.sort || table.sort)))),
    body,
  );
  const scroll = el("div", { class: "scroll", tabindex: "0" }, grid);
  fillRows(body, rows, columns, scroll);
  fill(place, head, table.about?.(), scroll);
  if (hadFocus) {
    field.focus();
    field.setSelectionRange(caret, caret);
  }
}

/**
 * @param {Column} column
 * @param {string} sort
 */
function headCell(column, sort) {
  const up = sort === column.key;
  const down = sort === `-${column.key}`;
  const turn = () => go({ sort: up ? `-${column.key}` : column.key }, true);
  return el(
    "th",
    { scope: "col", class: column.wide && "wide", "aria-sort": up ? "ascending" : down ? "descending" : "none" },
    button(column.title, turn, { "data-sort": column.key }),
    el("span", { "aria-hidden": "true" }, up ? "▲" : down ? "▼" : ""),
  );
}

/**
 * Rows are added as one scrolls down.
 * @param {HTMLElement} body
 * @param {any[]} rows
 * @param {Column[]} columns
 * @param {HTMLElement} scroll
 */
function fillRows(body, rows, columns, scroll) {
  let done = 0;
  const add = (/** @type {number} */ count) => {
    for (const row of rows.slice(done, done + count)) body.append(tableRow(row, columns));
    done += count;
  };
  add(ROWS_AT_ONCE);
  scroll.addEventListener("scroll", () => {
    if (done < rows.length && scroll.scrollTop + scroll.clientHeight > scroll.scrollHeight - 400) add(ROWS_AT_ONCE);
  });
  fillRows.rest = () => add(rows.length);
}
/** Adds the rows that are left, for print. */
fillRows.rest = () => {};

/**
 * @param {any} row
 * @param {Column[]} columns
 */
function tableRow(row, columns) {
  const cells = columns.map((column, i) => {
    const shown = column.show ? column.show(row) : column.value(row);
    return el(
      i ? "td" : "th",
      {
        scope: !i && "row",
        class:
          [typeof column.value(row) === "number" && "number", column.wide && "wide"].filter(Boolean).join(" ") || null,
        "data-column": column.key,
      },
      shown instanceof Node ? shown : String(shown ?? ""),
    );
  });
  return el(
    "tr",
    {
      class: row.node >= 0 && NODES[row.node].id === state.node && "chosen",
      "data-row": row.node >= 0 && NODES[row.node].id,
    },
    ...cells,
  );
}

/**
 * The nodes of a kind that pass the filters.
 * @param {...string} kinds
 */
function passing(...kinds) {
  return NODES.flatMap((node, i) => (kinds.includes(node.kind) && filter.nodes[i] ? [i] : []));
}

/** The plans that pass the filters. */
function passingPlans() {
  return PLANS.flatMap((_, plan) => (filter.plans[plan] ? [plan] : []));
}

/**
 * Titles of plans as links.
 * @param {number[]} plans
 */
function planLinks(plans) {
  return nodeLinks(plans.map((plan) => PLANS[plan].node));
}

/**
 * The other ends of a node's edges of some kinds.
 * @param {number} node
 * @param {(edge: PageEdge) => boolean} wanted
 */
function ends(node, wanted) {
  return [
    ...new Set(
      EDGES_OF[node].filter((edge) => filter.edges[edge] && wanted(EDGES[edge])).map((edge) => across(edge, node)),
    ),
  ];
}
