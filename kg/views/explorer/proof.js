// The proof view: the whole text of a plan, marked up with what was read in it and what was not.

/** Draw the text of a plan. */
function drawProof() {
  const place = byId("proof");
  const chosen = nodeOf(state.text || state.node);
  const found = PLANS.findIndex((plan) => plan.node === chosen);
  const plan = found >= 0 ? found : chosen >= 0 && plansOf(chosen).length ? plansOf(chosen)[0] : 0;
  if (!PLANS.length) return fill(place);
  if (drawProof.shown !== `${plan},${state.lang}`) {
    drawProof.shown = `${plan},${state.lang}`;
    fill(place, proofTools(plan), el("div", { class: "columns" }, proofText(plan), proofSide(plan)));
  }
  scrollTo(place);
  return undefined;
}
/** Which plan is shown, in which language. */
drawProof.shown = "";

/** @param {HTMLElement} place */
function scrollTo(place) {
  place.querySelectorAll(".here").forEach((one) => one.classList.remove("here"));
  if (state.at === "") return;
  const at = Number(state.at);
  const pieces = /** @type {HTMLElement[]} */ ([...place.querySelectorAll("[data-from]")]);
  const hit = pieces.find((one) => Number(one.dataset.from) <= at && at < Number(one.dataset.to));
  hit?.classList.add("here");
  hit?.scrollIntoView({ block: "center" });
}

/** @param {number} plan */
function proofTools(plan) {
  const choice = /** @type {HTMLSelectElement} */ (
    el(
      "select",
      { "aria-label": say("kind.Plan") },
      ...PLANS.map((one, i) => el("option", { value: i, selected: i === plan }, NODES[one.node].name)),
    )
  );
  choice.addEventListener("change", () => go({ text: NODES[PLANS[Number(choice.value)].node].id, at: "" }));
  const kinds = [...new Set(PLANS[plan].marks.map((mark) => mark[2]))];
  return el(
    "div",
    { class: "tools" },
    el("h2", {}, say("view.proof")),
    choice,
    el(
      "span",
      { class: "key" },
      ...kinds.map((kind) => el("mark", { class: `m-${kind}` }, heading(say(`kind.${kind}`)))),
      el("mark", { class: "m-unread" }, say("ui.unread")),
      el("span", { class: "m-plain" }, say("ui.plain")),
    ),
  );
}

/** @param {number} plan */
function proofText(plan) {
  const { text } = PLANS[plan];
  const box = el("article", { lang: "zh-CN", class: "text" });
  const parts = segments(plan);
  let next = 0;
  for (const [from, to] of paragraphs(text)) {
    const paragraphBox = el("p", { class: isInTask(plan, from, to) ? "task" : null });
    let at = from;
    while (next < parts.length && parts[next].from < to) {
      const part = parts[next];
      if (part.from > at) paragraphBox.append(piece(text, at, part.from));
      paragraphBox.append(markedPiece(plan, part, Math.min(part.to, to)));
      at = Math.min(part.to, to);
      if (part.to > to) {
        part.from = to + 1;
        break;
      }
      next++;
    }
    if (at < to) paragraphBox.append(piece(text, at, to));
    box.append(paragraphBox);
  }
  return box;
}

/**
 * The paragraphs of a text that are not empty.
 * @param {string} text
 * @returns {[number, number][]}
 */
function paragraphs(text) {
  /** @type {[number, number][]} */
  const found = [];
  for (let from = 0; from < text.length;) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    if (to > from) found.push([from, to]);
    from = to + 1;
  }
  return found;
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 */
function piece(text, from, to) {
  return el("span", { "data-from": from, "data-to": to }, text.slice(from, to));
}

/**
 * @param {number} plan
 * @param {{from: number, to: number, kinds: string[], node: number, reason: string}} part
 * @param {number} to
 */
function markedPiece(plan, part, to) {
  const { from, kinds, node, reason } = part;
  const title = [
    ...kinds.map((kind) => heading(say(`kind.${kind}`))),
    reason && `${say("ui.unread")}：${say(`unread.${reason}`)}`,
  ]
    .filter(Boolean)
    .join(" · ");
  const attributes = { class: reason ? "m-unread" : `m-${kinds[0]}`, "data-from": from, "data-to": to, title };
  if (node < 0) return el("mark", attributes, PLANS[plan].text.slice(from, to));
  const open = () => select(node);
  return el(
    "mark",
    {
      ...attributes,
      tabindex: "0",
      role: "button",
      onclick: open,
      onkeydown: (/** @type {KeyboardEvent} */ event) => event.key === "Enter" && open(),
    },
    PLANS[plan].text.slice(from, to),
  );
}

const MARK_RANK = ["Assignment", "Citation", "Membership", "Target", "Phase", "Task", "Section", "Plan"];

/**
 * Stretches of a text with the same marks, in order.
 * @param {number} plan
 */
function segments(plan) {
  const { marks, gaps } = PLANS[plan];
  /** @type {{from: number, to: number, kind: string, node: number, reason: string}[]} */
  const all = [
    ...marks.map(([from, to, kind, node]) => ({ from, to, kind, node, reason: "" })),
    ...gaps.map(([from, to, , reason]) => ({ from, to, kind: "", node: -1, reason })),
  ];
  const cuts = [...new Set(all.flatMap((one) => [one.from, one.to]))].sort((a, b) => a - b);
  all.sort((a, b) => a.from - b.from);
  /** @type {{from: number, to: number, kinds: string[], node: number, reason: string}[]} */
  const found = [];
  /** @type {typeof all} */
  let open = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    open = open.filter((one) => one.to > cuts[i]);
    while (next < all.length && all[next].from <= cuts[i]) open.push(all[next++]);
    if (!open.length) continue;
    const rankOf = (/** @type {string} */ kind) =>
      kind ? (MARK_RANK.indexOf(kind) + MARK_RANK.length + 1) % (MARK_RANK.length + 1) : 99;
    const here = [...open].sort((a, b) => rankOf(a.kind) - rankOf(b.kind) || b.from - a.from);
    const read = here.filter((one) => one.kind);
    found.push({
      from: cuts[i],
      to: cuts[i + 1],
      kinds: [...new Set(read.map((one) => one.kind))],
      node: read.length ? read[0].node : -1,
      reason: here.find((one) => one.reason)?.reason || "",
    });
  }
  return found;
}

/**
 * @param {number} plan
 * @param {number} from
 * @param {number} to
 */
function isInTask(plan, from, to) {
  return PLANS[plan].spans.some(([start, end]) => start < to && from < end);
}

/**
 * What was not read, with reasons, and how much of the text bears facts.
 * @param {number} plan
 */
function proofSide(plan) {
  const { text, gaps, marks } = PLANS[plan];
  const covered = segments(plan)
    .filter((one) => one.kinds.length)
    .reduce((sum, one) => sum + one.to - one.from, 0);
  const jump = (/** @type {number} */ at) => go({ text: NODES[PLANS[plan].node].id, at: String(at) });
  return el(
    "aside",
    { class: "side" },
    el("h3", {}, say("ui.unreadCount", gaps.length)),
    el(
      "ul",
      {},
      ...gaps.map(([from, to, kind, reason]) =>
        el(
          "li",
          {},
          button(cut(text.slice(from, to), 48), () => jump(from), { class: "link" }),
          el("small", {}, `${say(`unread.${kind}`)} · ${say(`unread.${reason}`)}`),
        ),
      ),
    ),
    el("p", {}, say("ui.coverage", marks.length, Math.round((100 * covered) / Math.max(1, text.length)))),
  );
}

/**
 * @param {string} text
 * @param {number} most
 */
function cut(text, most) {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
