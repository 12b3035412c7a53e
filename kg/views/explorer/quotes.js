// Quotes in their paragraphs, with plan and section.

const LONG = 180;

/**
 * The paragraph around a place of a text.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {[number, number]}
 */
function paragraph(text, start, end) {
  const from = text.lastIndexOf("\n", Math.max(0, start - 1)) + 1;
  const to = text.indexOf("\n", end);
  return [start === 0 ? 0 : from, to < 0 ? text.length : to];
}

/**
 * The titles of the sections that hold a place, topmost first.
 * @param {number} plan
 * @param {number} at
 */
function sectionsAt(plan, at) {
  return PLANS[plan].sections
    .filter(([start, end]) => start <= at && at < end)
    .sort((a, b) => a[2] - b[2])
    .map((one) => one[3]);
}

/**
 * Places as blocks, those of one paragraph together.
 * @param {Place[]} found
 */
function quoteBlocks(found) {
  /** @type {Map<string, {plan: number, from: number, to: number, marks: [number, number][]}>} */
  const blocks = new Map();
  for (const [plan, start, end] of found) {
    const [from, to] = paragraph(PLANS[plan].text, start, end);
    const known = blocks.get(`${plan},${from}`) || { plan, from, to, marks: [] };
    known.to = Math.max(known.to, to);
    known.marks.push([start, end]);
    blocks.set(`${plan},${from}`, known);
  }
  return [...blocks.values()].map(quoteBlock);
}

/** @param {{plan: number, from: number, to: number, marks: [number, number][]}} block */
function quoteBlock({ plan, from, to, marks }) {
  const { text, node } = PLANS[plan];
  marks.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const quote = el("blockquote");
  let at = from;
  for (const [start, end] of marks) {
    if (start < at) continue;
    quote.append(
      gap(text.slice(at, start), at === from, false),
      el("mark", { "data-plan": plan, "data-start": start, "data-end": end }, text.slice(start, end)),
    );
    at = end;
  }
  quote.append(gap(text.slice(at, to), false, true));
  const where = [planName(plan), ...sectionsAt(plan, marks[0][0])].join(" › ");
  const open = () => go({ view: "proof", text: NODES[node].id, at: String(marks[0][0]) });
  return el(
    "div",
    { class: "quote" },
    quote,
    el("cite", {}, where, " ", button(say("ui.inText"), open, { class: "link" })),
  );
}

/**
 * Text beside marks, its far end left out where it is long.
 * @param {string} text
 * @param {boolean} first
 * @param {boolean} last
 */
function gap(text, first, last) {
  if (text.length <= LONG) return text;
  if (first) return `…${text.slice(-LONG / 2)}`;
  return last ? `${text.slice(0, LONG / 2)}…` : `${text.slice(0, LONG / 2)}…${text.slice(-LONG / 2)}`;
}
