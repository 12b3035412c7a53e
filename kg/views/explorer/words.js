// What the page says, in the language chosen.

/** Which language: 0 Chinese, 1 English. */
let language = 0;

/**
 * A text by name, `{0}` and so on filled in; an unknown name stands for itself.
 * @param {string} name
 * @param {...(string | number)} values
 */
function say(name, ...values) {
  const pair = DATA.words[name];
  const text = pair ? pair[language] : name.slice(name.indexOf(".") + 1);
  return text.replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)] ?? ""));
}

/**
 * Whether there is a text of this name.
 * @param {string} name
 */
function hasWord(name) {
  return name in DATA.words;
}

/**
 * A plan's name as short as it stays clear.
 * @param {number} plan
 */
function planName(plan) {
  return NODES[PLANS[plan].node].name;
}

/**
 * The district a plan is of, without the divisions above it.
 * @param {number} plan
 */
function planPlace(plan) {
  return fact(PLANS[plan].node, "jurisdiction");
}

/**
 * Capital first, for headings in English.
 * @param {string} text
 */
function heading(text) {
  return language ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

const collator = new Intl.Collator("zh-Hans-CN", { numeric: true });
