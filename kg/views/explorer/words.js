// What the page says, in the language chosen.

/** Which language: 0 Chinese, 1 English. */
let language = 0;

/**
 * A text by name, `{0}` and so on filled in; `{0:is|are}` is the first word where the value is 1. An unknown name
 * stands for itself.
 * @param {string} name
 * @param {...(string | number)} values
 */
function say(name, ...values) {
  const pair = DATA.words[name];
  const text = pair ? pair[language] : name.slice(name.indexOf(".") + 1);
  return text.replace(/\{(\d)(?::([^|}]*)\|([^}]*))?\}/g, (_, place, one, several) => {
    const value = String(values[Number(place)] ?? "");
    return one === undefined ? value : value === "1" ? one : several;
  });
}

/**
 * Whether there is a text of this name.
 * @param {string} name
 */
function hasWord(name) {
  return name in DATA.words;
}

/** The themes with their names in Chinese, by which their other names are known. */
const THEMES = new Map(NODES.filter((node) => node.kind === "Theme").map((node) => [node, node.name]));

/**
 * What a theme is called in all languages.
 * @param {PageNode} node
 * @returns {string[]}
 */
function otherNames(node) {
  return DATA.words[`theme.${THEMES.get(node)}`] || [];
}

/** Name the themes in the language chosen; those of a user's own scheme keep their one name. */
function nameThemes() {
  for (const [node, name] of THEMES) node.name = hasWord(`theme.${name}`) ? say(`theme.${name}`) : name;
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
