// The bar above and the filters beside: what can be chosen.

const VIEWS = ["graph", "units", "tasks", "policies", "members", "targets", "timeline", "overlap", "proof"];

/** The bar: name, views, switches. */
function drawBar() {
  document.documentElement.lang = state.lang === "en" ? "en" : "zh-CN";
  document.title = say("ui.title", PLANS.length);
  byId("brand").textContent = say("ui.brand");
  byId("skip").textContent = say("ui.skip");
  const field = /** @type {HTMLInputElement} */ (byId("search"));
  field.placeholder = say("ui.search");
  field.setAttribute("aria-label", say("ui.search"));
  byId("canvas").setAttribute("aria-label", say("ui.canvas"));
  fill(
    byId("views"),
    ...VIEWS.map((view, i) =>
      button(say(`view.${view}`), () => go({ view, sort: "", rows: "" }), {
        role: "tab",
        "aria-selected": String(state.view === view),
        "aria-controls": "main",
        title: `${i + 1}`,
        "data-view": view,
      }),
    ),
  );
  byId("views").querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  const dark = isDark();
  fill(
    byId("switches"),
    button(say("ui.filters"), () => document.body.classList.toggle("filtering"), {
      id: "filterswitch",
      "aria-expanded": String(document.body.classList.contains("filtering")),
    }),
    button(say("ui.split"), () => go({ split: state.split ? "" : "1" }), {
      id: "splitswitch",
      "aria-pressed": String(Boolean(state.split)),
      title: say("ui.splitHint"),
    }),
    button(language ? "中文" : "English", () => go({ lang: language ? "zh" : "en" }), { id: "langswitch" }),
    button(dark ? "☀" : "☾", () => go({ light: dark ? "light" : "dark" }), {
      id: "lightswitch",
      "aria-label": say(dark ? "ui.light" : "ui.dark"),
      title: say(dark ? "ui.light" : "ui.dark"),
    }),
    button("?", showHelp, { id: "helpswitch", "aria-label": say("ui.help"), title: say("ui.help") }),
  );
}

/** A banner over a plan that is secret, restricted, or does not say that it is public. */
function drawBanner() {
  const banner = byId("banner");
  const of = (/** @type {string} */ openness) => PLANS.filter((plan) => plan.openness === openness);
  const list = (/** @type {PagePlan[]} */ plans) =>
    plans.map((plan) => `《${NODES[plan.node].name}》${plan.marking ? `（${plan.marking}）` : ""}`).join("、");
  const grave = [...of("secret"), ...of("restricted")];
  const unmarked = of("unmarked");
  banner.hidden = !grave.length && !unmarked.length;
  banner.className = grave.length ? "grave" : "";
  fill(
    banner,
    grave.length > 0 && el("strong", {}, say("ui.secret", list(grave.slice(0, 5)), grave.length)),
    unmarked.length > 0 && el("span", {}, say("ui.unmarked", list(unmarked.slice(0, 3)), unmarked.length)),
    button("×", () => (banner.hidden = true), { class: "close", "aria-label": say("ui.close") }),
  );
}

/**
 * @param {keyof State} key
 * @param {Set<string>} all what is shown if nothing is said
 * @param {string} value
 * @param {boolean} on
 */
function toggled(key, all, value, on) {
  const now = state[key] ? listed(state[key]) : new Set(all);
  if (on) now.add(value);
  else now.delete(value);
  const same = now.size === all.size && [...now].every((one) => all.has(one));
  go({ [key]: same ? "" : [...now].sort().join(",") || "-" }, true);
}

/**
 * @param {string} text
 * @param {boolean} on
 * @param {(on: boolean) => void} act
 * @param {Node | null} mark
 * @param {string} count
 */
function check(text, on, act, mark, count) {
  const box = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox" }));
  box.checked = on;
  box.addEventListener("change", () => act(box.checked));
  return el("label", { class: "check" }, box, mark, el("span", {}, text), el("small", {}, count));
}

/**
 * @param {keyof State} key
 * @param {string} title
 * @param {[string, string][]} options
 */
function choiceOf(key, title, options) {
  const box = /** @type {HTMLSelectElement} */ (
    el(
      "select",
      { "data-filter": key },
      el("option", { value: "" }, say("ui.all")),
      ...options.map(([value, text]) => el("option", { value, selected: state[key] === value }, text)),
    )
  );
  box.addEventListener("change", () => go({ [key]: box.value }, true));
  return el("label", { class: "choice" }, el("span", {}, title), box);
}

/**
 * @param {keyof State} key
 * @param {string} title
 */
function dateOf(key, title) {
  const box = /** @type {HTMLInputElement} */ (el("input", { type: "date", "data-filter": key, value: state[key] }));
  box.addEventListener("change", () => go({ [key]: box.value }, true));
  return el("label", { class: "choice" }, el("span", {}, title), box);
}

/** The filters. */
function drawFilters() {
  const kinds = Object.keys(DATA.words).flatMap((name) =>
    name.startsWith("kind.") && ofKind(name.slice(5)).length ? [name.slice(5)] : [],
  );
  const order = Object.keys(DATA.looks);
  kinds.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const first = new Set(kinds.filter((kind) => look(kind).first));
  const planIds = new Set(PLANS.map((plan) => NODES[plan.node].id));
  const plans = PLANS.map((plan, i) =>
    check(planName(i), filter.plans[i], (on) => toggled("plans", planIds, NODES[plan.node].id, on), null, ""),
  );
  const levels = [...new Set(NODES.map((node) => node.level || ""))].filter(Boolean);
  const grades = ["nation", "province", "prefecture", "county", "township"].filter((level) => levels.includes(level));
  const themes = ofKind("Theme").sort((a, b) => weight(b) - weight(a) || a - b);
  const isSet = state.plans || state.kinds || state.role || state.theme || state.level || state.from || state.to;
  fill(
    byId("filters"),
    el("fieldset", {}, el("legend", {}, heading(say("kind.Plan"))), el("div", { class: "plans" }, ...plans)),
    el(
      "fieldset",
      {},
      el("legend", {}, say("ui.kind")),
      ...kinds.map((kind) =>
        check(
          heading(say(`kind.${kind}`)),
          filter.wants(kind),
          (on) => toggled("kinds", first, kind, on),
          sign(kind),
          String(ofKind(kind).filter((i) => filter.nodes[i]).length),
        ),
      ),
    ),
    el(
      "fieldset",
      {},
      el("legend", {}, say("ui.narrow")),
      choiceOf("role", heading(say("fact.role")), [
        ["lead", heading(say("value.lead"))],
        ["responsible", heading(say("value.responsible"))],
      ]),
      themes.length > 0 &&
        choiceOf(
          "theme",
          heading(say("kind.Theme")),
          themes.map((node) => [NODES[node].id, `${NODES[node].name}（${weight(node)}）`]),
        ),
      choiceOf(
        "level",
        say("ui.level"),
        grades.map((level) => [level, say(`value.${level}`)]),
      ),
      dateOf("from", say("ui.from")),
      dateOf("to", say("ui.to")),
    ),
    button(say("ui.reset"), () => go({ plans: "", kinds: "", role: "", theme: "", level: "", from: "", to: "" }), {
      id: "reset",
      disabled: !isSet,
    }),
  );
}

/** What lines and sizes mean. */
function drawLegend() {
  const line = (/** @type {string} */ name, /** @type {string} */ text) =>
    el("li", {}, el("i", { class: `line ${name}` }), text);
  fill(
    byId("legend"),
    el(
      "ul",
      {},
      line("leads", say("ui.legendLead")),
      line("responsible", say("ui.legendResponsible")),
      line("cites", say("out.cites")),
      el("li", {}, say("ui.legendSize")),
    ),
  );
  fill(
    byId("zoom"),
    button("+", () => zoomBy(1.35), { "aria-label": say("ui.zoomIn") }),
    button("−", () => zoomBy(1 / 1.35), { "aria-label": say("ui.zoomOut") }),
    button("⤢", fitAll, { "aria-label": say("ui.fit"), title: say("ui.fit") }),
  );
}

/** @param {number} factor */
function zoomBy(factor) {
  network?.moveTo({ scale: Math.min(6, Math.max(0.02, network.getScale() * factor)) });
}

function showHelp() {
  const dialog = /** @type {HTMLDialogElement} */ (byId("help"));
  const row = (/** @type {string} */ key, /** @type {string} */ text) => [
    el("dt", {}, el("kbd", {}, key)),
    el("dd", {}, text),
  ];
  fill(
    dialog,
    el("h2", {}, say("ui.help")),
    el(
      "dl",
      {},
      ...row("/", say("ui.keySearch")),
      ...row("1–9", say("ui.keyViews")),
      ...row("Esc", say("ui.keyEscape")),
      ...row("+ − ← ↑ → ↓", say("ui.keyGraph")),
      ...row("F", say("ui.fit")),
      ...row("L", say("ui.keyLight")),
    ),
    el("p", {}, say("ui.about")),
    button(say("ui.close"), () => dialog.close()),
  );
  dialog.showModal();
}
