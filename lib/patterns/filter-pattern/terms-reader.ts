import type { Terms } from "./model";
import { refuse } from "./refusal";

/**
 * Reads terms: words or quoted phrases, `-` before one that must be missing, `?` before one of which any suffices.
 * CloudWatch Logs answers "Invalid character(s) in term" to many signs outside quotation marks.
 */
export function readTerms(text: string, start: number, end: number): { terms: Terms; doubts: readonly string[] } {
  if (/^[^"]*\$[.[]/.test(text)) {
    refuse(start, "a JSON pattern stands in braces", { from: start, to: end, text: `{ ${text.slice(start, end)} }` });
  }
  const doubts: string[] = [];
  const terms = { required: [] as string[], excluded: [] as string[], optional: [] as string[] };
  const shape = /\s*([-?]?)(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))/y;
  shape.lastIndex = start;
  while (shape.lastIndex < end) {
    const at = shape.lastIndex;
    const found = shape.exec(text);
    if (found === null) return refuse(at, "the quotation marks do not pair");
    const [whole, mark, phrase, word] = found;
    const list = mark === "-" ? terms.excluded : mark === "?" ? terms.optional : terms.required;
    if (phrase?.includes("\\") === true) doubts.push("what a backslash in quotation marks means is not documented");
    list.push(phrase ?? plainWord(word ?? "", at + whole.length - (word ?? "").length, doubts));
  }
  return { terms, doubts };
}

function plainWord(word: string, at: number, doubts: string[]): string {
  if (/[:,()[\]{}`\\$']/.test(word)) {
    const repair = { from: at, to: at + word.length, text: `"${word.replaceAll("\\", "")}"` };
    refuse(at, "a term with characters other than letters, digits and _ needs quotation marks", repair);
  }
  if (!/^\w+$/.test(word)) doubts.push(`\`${word}\` holds characters that AWS documents only inside quotation marks`);
  return word;
}
