// Tables as CSV for a spreadsheet: text that it would take for a formula is told apart by an apostrophe.

const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/** @param {string | number | null | undefined} value */
function csvCell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {(string | number | null | undefined)[][]} rows */
function csvText(rows) {
  return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

/**
 * Put a text on the clipboard, the old way where the new one is not allowed.
 * @param {string} text
 */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = /** @type {HTMLTextAreaElement} */ (el("textarea", { class: "offstage" }));
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  toast(say("ui.copied"));
}

/**
 * Offer a text as a file; with BOM, so that Excel reads it as UTF-8.
 * @param {string} text
 * @param {string} name
 */
function saveText(text, name) {
  const address = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }));
  const link = el("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
