// Search as you type: names, printed variants, initials of pinyin, then the texts themselves.

const FOLD = /[\s\u3000·・,，.。;；:：、“”"‘’'()（）《》〈〉〔〕［］\[\]{}—–-]+/g;

/**
 * What two spellings of a name share.
 * @param {string} text
 */
function folded(text) {
  return text.normalize("NFKC").toLowerCase().replace(FOLD, "");
}

/** @type {string[][] | null} */
let foldedNames = null;

/** Names of each node, folded, made at the first search. */
function searchable() {
  foldedNames ??= NODES.map((node, i) =>
    [node.name, ...(node.also || []), ...otherNames(node), fact(i, "documentNumber"), fact(i, "officialName")].map(folded).filter(Boolean),
  );
  return foldedNames;
}

const KIND_RANK = [
  "Plan",
  "Unit",
  "CollectiveUnit",
  "Policy",
  "LeadershipGroup",
  "Person",
  "Theme",
  "Task",
  "Target",
  "Phase",
];

/**
 * How well a node answers: smaller is better, 9 not at all.
 * @param {number} i
 * @param {string} wanted
 * @param {string} letters
 */
function rank(i, wanted, letters) {
  let best = 9;
  for (const name of searchable()[i]) {
    if (name === wanted) best = 0;
    else if (name.startsWith(wanted)) best = Math.min(best, 1);
    else if (name.includes(wanted)) best = Math.min(best, 2);
  }
  if (best > 2 && letters) {
    for (const one of (NODES[i].initials || "").split(" ")) {
      if (one === letters) best = Math.min(best, 1);
      else if (one.startsWith(letters)) best = Math.min(best, 3);
      else if (letters.length > 2 && one.includes(letters)) best = Math.min(best, 4);
    }
  }
  return best;
}

/**
 * The nodes that answer a query, best first.
 * @param {string} query
 * @param {number} [limit]
 * @returns {number[]}
 */
function searchNodes(query, limit = 12) {
  const wanted = folded(query);
  if (!wanted) return [];
  const letters = /^[a-z0-9]{2,}$/.test(wanted) ? wanted : "";
  /** @type {[number, number, number][]} */
  const found = [];
  for (let i = 0; i < NODES.length; i++) {
    const place = rank(i, wanted, letters);
    const kind = KIND_RANK.indexOf(NODES[i].kind);
    if (place < 9) found.push([place, kind < 0 ? KIND_RANK.length : kind, i]);
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || weight(b[2]) - weight(a[2]) || a[2] - b[2]);
  return found.slice(0, limit).map((one) => one[2]);
}

/**
 * Places in the texts: plan and offset.
 * @param {string} query
 * @param {number} [limit]
 * @returns {[number, number][]}
 */
function searchTexts(query, limit = 6) {
  const wanted = query.trim();
  /** @type {[number, number][]} */
  const found = [];
  if (wanted.length < 2) return found;
  for (let plan = 0; plan < PLANS.length && found.length < limit; plan++) {
    for (
      let at = PLANS[plan].text.indexOf(wanted);
      at >= 0 && found.length < limit;
      at = PLANS[plan].text.indexOf(wanted, at + wanted.length)
    ) {
      found.push([plan, at]);
    }
  }
  return found;
}

/** Connect the search field to its list of hits. */
function startSearch() {
  const field = /** @type {HTMLInputElement} */ (byId("search"));
  const list = byId("hits");
  let at = -1;
  const close = () => {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    at = -1;
  };
  /** @param {number} to */
  const move = (to) => {
    const items = [...list.querySelectorAll("[role=option]")];
    if (!items.length) return;
    at = (to + items.length) % items.length;
    items.forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    items[at].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", items[at].id);
  };
  const update = () => {
    const query = field.value;
    const nodes = searchNodes(query);
    const texts = searchTexts(query, nodes.length > 6 ? 4 : 8);
    at = -1;
    fill(
      list,
      ...nodes.map((node, i) => nodeHit(node, i, query, close)),
      texts.length > 0 && el("li", { class: "group", role: "presentation" }, say("ui.inTexts")),
      ...texts.map(([plan, place], i) => textHit(plan, place, nodes.length + i, query, close)),
      Boolean(query.trim()) && !nodes.length && !texts.length && el("li", { class: "group" }, say("ui.nothing")),
    );
    list.hidden = !query.trim();
    field.setAttribute("aria-expanded", String(!list.hidden));
    if (nodes.length || texts.length) move(0);
  };
  field.addEventListener("input", update);
  field.addEventListener("focus", () => field.value && update());
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") move(at + 1);
    else if (event.key === "ArrowUp") move(at - 1);
    else if (event.key === "Enter")
      /** @type {HTMLElement | undefined} */ (list.querySelectorAll("[role=option]")[at])?.click();
    else if (event.key === "Escape") {
      close();
      field.blur();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!byId("finder").contains(/** @type {Node} */ (event.target))) close();
  });
}

/**
 * @param {number} node
 * @param {number} place
 * @param {string} query
 * @param {() => void} close
 */
function nodeHit(node, place, query, close) {
  const one = NODES[node];
  const other = (one.also || []).find(
    (name) => folded(name).includes(folded(query)) && !folded(one.name).includes(folded(query)),
  );
  const where = plansOf(node).length === 1 ? planName(plansOf(node)[0]) : say("ui.inPlans", plansOf(node).length);
  const act = () => {
    close();
    select(node);
    if (state.view === "graph") focusNode(node);
  };
  return el(
    "li",
    { role: "option", id: `hit${place}`, onclick: act },
    sign(one.kind),
    el(
      "span",
      { class: "hit" },
      el("b", {}, one.name),
      other ? ` ${other}` : "",
      el("small", {}, `${heading(say(`kind.${one.kind}`))} · ${where}`),
    ),
  );
}

/**
 * @param {number} plan
 * @param {number} at
 * @param {number} place
 * @param {string} query
 * @param {() => void} close
 */
function textHit(plan, at, place, query, close) {
  const text = PLANS[plan].text;
  const length = query.trim().length;
  const act = () => {
    close();
    go({ view: "proof", text: NODES[PLANS[plan].node].id, at: String(at) });
  };
  const before =
    text
      .slice(Math.max(0, at - 14), at)
      .split("\n")
      .pop() || "";
  const after = text.slice(at + length, at + length + 22).split("\n")[0];
  return el(
    "li",
    { role: "option", id: `hit${place}`, onclick: act },
    sign("Plan"),
    el(
      "span",
      { class: "hit" },
      before,
      el("mark", {}, text.slice(at, at + length)),
      after,
      el("small", {}, planName(plan)),
    ),
  );
}
