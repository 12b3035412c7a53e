// Elements, made without HTML: text from documents never becomes markup.

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * An element with attributes, listeners (`onclick`) and children; strings become text nodes.
 * @param {string} name
 * @param {Object<string, any>} [attributes]
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElement}
 */
function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if ((value === false && !key.startsWith("aria-")) || value === null || value === undefined) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "style") Object.assign(element.style, value);
    else element.setAttribute(key, value === true && !key.startsWith("aria-") ? "" : String(value));
  }
  element.append(
    ...children.filter((child) => child || child === "").map((child) => /** @type {Node | string} */ (child)),
  );
  return element;
}

/**
 * A button with a text.
 * @param {string} text
 * @param {(event: Event) => void} onclick
 * @param {Object<string, any>} [more]
 */
function button(text, onclick, more = {}) {
  return el("button", { type: "button", onclick, ...more }, text);
}

/**
 * Replace what an element holds.
 * @param {HTMLElement} element
 * @param {...(Node | string | null | undefined | false)} children
 */
function fill(element, ...children) {
  element.replaceChildren(
    ...children.filter((child) => child || child === "").map((child) => /** @type {Node | string} */ (child)),
  );
}

/**
 * The colour of a kind in the present light.
 * @param {string} kind
 */
function colour(kind) {
  const look = DATA.looks[kind] || DATA.looks.other;
  return isDark() ? look.dark : look.light;
}

/** @param {string} kind */
function look(kind) {
  return DATA.looks[kind] || DATA.looks.other;
}

function isDark() {
  const { light: chosen, print } = document.documentElement.dataset;
  if (print) return false;
  return chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
}

/**
 * A mark in the colour and the shape of a kind, for lists and legends.
 * @param {string} kind
 */
function sign(kind) {
  const mark = el("span", { class: `sign ${look(kind).shape}`, "aria-hidden": "true" });
  mark.style.setProperty("--sign", colour(kind));
  return mark;
}

/**
 * Say something for a moment.
 * @param {string} text
 */
function toast(text) {
  const place = byId("toast");
  place.textContent = text;
  place.hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => (place.hidden = true), 2500);
}
/** @type {ReturnType<typeof setTimeout> | undefined} */
toast.timer = undefined;

/** @type {Map<string, string>} */
const styles = new Map();

/**
 * A value of the page's style sheet.
 * @param {string} name
 * @returns {string}
 */
function styled(name) {
  let value = styles.get(name);
  if (value === undefined) {
    value = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    styles.set(name, value);
  }
  return value;
}

/** The light has changed. */
function forgetStyles() {
  styles.clear();
}
