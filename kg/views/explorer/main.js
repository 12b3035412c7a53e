// The beginning: take the state from the address, draw, and draw again what changes.

const FILTERS = /** @type {(keyof State)[]} */ (["plans", "kinds", "role", "theme", "level", "from", "to"]);

/**
 * Whether one of some parts of the state changed.
 * @param {State} before
 * @param {...(keyof State)} keys
 */
function changed(before, ...keys) {
  return keys.some((key) => before[key] !== state[key]);
}

/** Show the section of the view. */
function drawView() {
  const wide = byId("main").clientWidth >= 900;
  const table = state.view in TABLES;
  byId("graph").hidden = state.view !== "graph" && !(state.split && wide);
  byId("table").hidden = !table;
  byId("proof").hidden = state.view !== "proof";
  byId("main").classList.toggle("split", Boolean(state.split) && wide && state.view !== "graph");
  if (table) drawTable();
  if (state.view === "proof") drawProof();
}

function setLanguage() {
  language = state.lang === "en" ? 1 : 0;
  nameThemes();
}

function setLight() {
  if (state.light) document.documentElement.dataset.light = state.light;
  else delete document.documentElement.dataset.light;
  forgetStyles();
}

/** @param {State} before */
function update(before) {
  const filters = changed(before, ...FILTERS);
  const look = changed(before, "lang", "light");
  setLanguage();
  setLight();
  if (filters) refilter();
  if (look || changed(before, "view", "split")) drawBar();
  if (look) {
    drawBanner();
    drawLegend();
  }
  if (look || filters) drawFilters();
  if (
    look ||
    filters ||
    changed(before, "view", "rows", "sort", "text", "at", "split") ||
    (changed(before, "node") && state.view !== "graph" && state.view !== "proof")
  )
    drawView();
  if (look || filters || changed(before, "node", "with", "around", "depth")) drawPanel();
  const shown = !byId("graph").hidden;
  if (!shown) drawGraph.late = true;
  else if (drawGraph.late || look || filters || changed(before, "node", "around", "depth", "all", "view", "split")) {
    drawGraph(drawGraph.late || changed(before, "around", "depth", "all", "plans", "split"));
    drawGraph.late = false;
  }
}
/** Whether the graph waits to be drawn until it is seen. */
drawGraph.late = true;

listeners.push(update);

function start() {
  state = parseState(location.hash);
  setLanguage();
  setLight();
  refilter();
  drawBar();
  drawBanner();
  drawFilters();
  drawLegend();
  drawView();
  drawPanel();
  if (!byId("graph").hidden) {
    drawGraph(true);
    drawGraph.late = false;
  }
  startSearch();
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth === width) return;
    width = innerWidth;
    drawView();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    forgetStyles();
    drawBar();
    drawFilters();
    if (network) drawGraph(false);
  });
  document.documentElement.dataset.ready = "1";
}

start();
