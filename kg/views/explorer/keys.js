// What the keyboard does.

addEventListener("keydown", (event) => {
  const at = /** @type {HTMLElement} */ (event.target);
  if (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    at.matches("input:not([type=checkbox]), select, textarea") ||
    at.closest("dialog")
  )
    return;
  const acts = /** @type {Object<string, () => void>} */ ({
    "/": () => byId("search").focus(),
    "?": showHelp,
    f: fitAll,
    l: () => go({ light: isDark() ? "light" : "dark" }),
    Escape: () => (state.node ? go({ node: "", with: "" }) : state.around && go({ around: "" })),
  });
  const view = VIEWS[Number(event.key) - 1];
  const act = view ? () => go({ view, sort: "", rows: "" }) : acts[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// a page on paper is light and whole
addEventListener("beforeprint", () => {
  fillRows.rest();
  paper(true);
});
addEventListener("afterprint", () => paper(false));

/**
 * Take the colours of paper, or those of the screen again.
 * @param {boolean} on
 */
function paper(on) {
  if (on) document.documentElement.dataset.print = "1";
  else delete document.documentElement.dataset.print;
  forgetStyles();
  if (!network || byId("graph").hidden) return;
  drawGraph(false);
  network.redraw();
}
