// The graph: vis-network draws nodes and lines at places that were computed ahead; names are ours.

/** @type {any} */
let network = null;
/** @type {any} */
let nodeSet = null;
/** @type {any} */
let edgeSet = null;

/**
 * Draw the graph anew.
 * @param {boolean} fit
 */
function drawGraph(fit) {
  const box = byId("canvas").getBoundingClientRect();
  tall = box.width < box.height * 0.85 && box.width < 560;
  const left = choose();
  const chosen = nodeOf(state.node);
  if (state.node && chosen >= 0 && !places.has(chosen) && !state.around) {
    // on demand: a node that the first sight leaves out comes with its neighbours
    for (const node of [chosen, ...nextTo(chosen).slice(0, 60)]) {
      if (places.has(node)) continue;
      drawn.push(node);
      places.set(node, home(node));
    }
  }
  lit = chosen >= 0 && !state.around && places.has(chosen) ? new Set([chosen, ...workmates(chosen)]) : null;
  const edges = state.around ? allEdges() : overviewEdges();
  const view = network && !fit ? { position: network.getViewPosition(), scale: network.getScale() } : null;
  nodeSet = new vis.DataSet([...drawn].reverse().map(drawnNode));
  edgeSet = new vis.DataSet(lit ? [...edges.map(dimmed), ...litEdges(chosen)] : edges);
  if (!network) makeNetwork();
  network.setData({ nodes: nodeSet, edges: edgeSet });
  if (view) network.moveTo(view);
  else fitAll();
  if (innerWidth <= 820 && chosen >= 0) focusNode(chosen);
  drawTrail();
  drawNote(left);
}

function fitAll() {
  const shown = state.around ? [] : regions().filter(regionShown);
  const boxes = [
    ...shown.map(({ x, y, width, height }) => [x - width / 2, x + width / 2, y - height / 2, y + height / 2]),
    ...[...places.values()].map(({ x, y }) => [x, x, y - (state.around ? 0 : 60), y]),
  ];
  const least = (/** @type {number} */ part) => boxes.reduce((sum, box) => Math.min(sum, box[part]), Infinity);
  const most = (/** @type {number} */ part) => boxes.reduce((sum, box) => Math.max(sum, box[part]), -Infinity);
  const [left, right, top, bottom] = boxes.length ? [least(0), most(1), least(2), most(3)] : [0, 0, 0, 0];
  const box = byId("canvas").getBoundingClientRect();
  const [across, down] = state.around ? [170, 120] : [24, 52];
  const scale = Math.max(
    Math.min(
      (box.width - across) / Math.max(right - left, 200),
      (box.height - down) / Math.max(bottom - top, 200),
      1.4,
    ),
    0.02,
  );
  // a little higher than the middle: the legend is below
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + 10 / scale }, scale });
}

/**
 * Move to a node.
 * @param {number} node
 */
function focusNode(node) {
  if (!network || !places.has(node)) return;
  const place = /** @type {{x: number, y: number}} */ (places.get(node));
  const scale = Math.max(network.getScale(), 0.6);
  // on a narrow screen the panel covers the lower part
  const low = innerWidth <= 820 ? (byId("canvas").clientHeight * 0.3) / scale : 0;
  network.moveTo({
    position: { x: place.x, y: place.y + low },
    scale,
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches && { duration: 350 },
  });
}

function makeNetwork() {
  network = new vis.Network(
    byId("canvas"),
    { nodes: nodeSet, edges: edgeSet },
    {
      physics: false,
      layout: { improvedLayout: false, randomSeed: 1 },
      interaction: {
        hover: true,
        hoverConnectedEdges: false,
        selectConnectedEdges: false,
        hideEdgesOnDrag: NODES.length > 3000,
        hideEdgesOnZoom: NODES.length > 3000,
        zoomSpeed: 0.6,
        keyboard: { enabled: true, bindToWindow: false },
      },
      nodes: { chosen: false, borderWidthSelected: 4 },
      edges: { smooth: false, chosen: false, selectionWidth: 0, hoverWidth: 0 },
    },
  );
  network.on("click", onClick);
  network.on("doubleClick", (/** @type {any} */ event) => event.nodes.length && showAround(event.nodes[0]));
  network.on("hoverNode", (/** @type {any} */ event) => showTip(event.node));
  network.on("blurNode", () => (byId("tip").hidden = true));
  network.on("dragStart", () => (byId("tip").hidden = true));
  network.on("beforeDrawing", drawRegions);
  network.on("afterDrawing", drawNames);
}

/** @param {any} event */
function onClick(event) {
  if (event.nodes.length) go({ node: NODES[event.nodes[0]].id, with: "" });
  else if (event.edges.length) openLine(edgeSet.get(event.edges[0]));
  else if (state.node) go({ node: "", with: "" });
}

/**
 * Open what a line says: the panel of one end, with only what joins it to the other.
 * @param {{from: number, to: number}} line
 */
function openLine(line) {
  go({ node: NODES[line.from].id, with: NODES[line.to].id });
}

/** @param {number} node */
function showTip(node) {
  const tip = byId("tip");
  const place = network.canvasToDOM(places.get(node));
  fill(
    tip,
    el("b", {}, NODES[node].name),
    el("small", {}, [heading(say(`kind.${NODES[node].kind}`)), tipDetail(node)].filter(Boolean).join(" · ")),
  );
  tip.hidden = false;
  tip.style.left = `${Math.max(4, Math.min(place.x + 14, byId("canvas").clientWidth - tip.offsetWidth - 4))}px`;
  tip.style.top = `${Math.max(4, place.y - tip.offsetHeight - 12)}px`;
}

/** @param {number} node */
function tipDetail(node) {
  const { kind } = NODES[node];
  if (UNITS.has(kind)) {
    const { lead, responsible } = workload(node);
    return say("ui.workload", lead, responsible);
  }
  if (kind === "Policy") return say("ui.citedBy", plansOf(node).length);
  return NODES[node].date || "";
}

/**
 * Whether the plans of a region pass the filters.
 * @param {Region} region
 */
function regionShown({ plan, name }) {
  return plan >= 0 ? filter.plans[plan] : filter.plans.some((on, i) => on && planPlace(i) === name);
}

/**
 * The discs of plans by node, on a wide screen and on a tall one.
 * @type {Map<number, Region>[]}
 */
const DISCS = [DATA.regions, DATA.tall].map(
  (all) => new Map(all.filter((region) => region.plan >= 0).map((region) => [PLANS[region.plan].node, region])),
);

/**
 * The disc of a plan.
 * @param {number} node
 */
function discOf(node) {
  return DISCS[Number(tall)].get(node);
}

/**
 * The boxes of districts and the discs of plans behind the nodes.
 * @param {CanvasRenderingContext2D} context
 */
function drawRegions(context) {
  if (state.around) return;
  for (const region of regions()) {
    if (!regionShown(region)) continue;
    const { x, y, width, height, name, plan } = region;
    context.beginPath();
    if (plan >= 0) context.arc(x, y, width / 2, 0, 2 * Math.PI);
    else context.roundRect(x - width / 2, y - height / 2, width, height, 28);
    context.fillStyle = styled(plan >= 0 ? "--disc" : "--district");
    context.fill();
    if (plan >= 0) continue;
    context.lineWidth = 2;
    context.strokeStyle = styled("--rim");
    context.stroke();
    const size = Math.min(34, Math.max(20, 12 / network.getScale()));
    context.font = `${size}px ${styled("--font")}`;
    context.textAlign = "left";
    context.textBaseline = "top";
    context.fillStyle = styled("--soft");
    if (width > context.measureText(name).width + 40) context.fillText(name, x - width / 2 + 18, y - height / 2 + 10);
  }
}

/** @param {CanvasRenderingContext2D} context */
function drawNames(context) {
  const canvas = context.canvas;
  const ratio = canvas.width / (canvas.clientWidth || 1);
  const scale = network.getScale();
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const chosen = nodeOf(state.node);
  const centre = nodeOf(state.around);
  const first = [...new Set([chosen, centre, ...(lit || [])])].filter((node) => places.has(node));
  const order = [...first, ...drawn.filter((node) => !first.includes(node))];
  const shown = order.map((node) => {
    const place = network.canvasToDOM(places.get(node));
    const disc = state.around ? undefined : discOf(node);
    const top = disc && network.canvasToDOM({ x: disc.x, y: disc.y - disc.height / 2 }).y;
    return {
      node,
      top,
      x: place.x,
      y: place.y,
      reach: nodeSize(node) * scale,
      strong: node === chosen || node === centre,
      faded: lit !== null && !lit.has(node),
    };
  });
  drawLabels(context, shown, state.around ? 1 : lit && scale > 0.3 ? Math.max(scale, 0.8) : scale, {
    width: canvas.clientWidth,
    height: canvas.clientHeight,
  });
  context.restore();
}

/** The way back from a neighbourhood. */
function drawTrail() {
  const centre = nodeOf(state.around);
  if (centre < 0) return fill(byId("trail"));
  const step = (/** @type {string} */ depth) =>
    button(say("ui.steps", depth), () => go({ depth }), { "aria-pressed": state.depth === depth });
  return fill(
    byId("trail"),
    button(say("ui.wholeGraph"), () => go({ around: "", depth: "1" }), { class: "back" }),
    el("span", {}, say("ui.around", NODES[centre].name)),
    step("1"),
    step("2"),
  );
}

/**
 * How much is not drawn.
 * @param {number} left
 */
function drawNote(left) {
  const more = left > 0 && !state.around && !state.all && drawn.length + left <= ALL_NODES;
  fill(
    byId("note"),
    left > 0 && el("span", {}, say("ui.strongest", drawn.length, drawn.length + left)),
    more && button(say("ui.drawAll"), () => go({ all: "1" })),
  );
}
