import { isPropertyList, isPropertyMap, isUnknown, type PropertyValue } from "../../core/properties";
import { all, any, not, truthOf, type Truth } from "../../core/truth";
import { deepestNesting } from "../json-tree";
import { compareField, searchRegex } from "./comparison";
import { notYetKnown, type Inquiry } from "./inquiry";
import type { DelimitedField, FieldCondition, Terms } from "./model";
import type { Regex } from "./regex";

const unspelled = "how AWS spells the record as text is not known";

/** Whether terms fit a message. Without its text, what stands inside one string, key or number is still certain. */
export function termsHold(terms: Terms, record: PropertyValue, text: string | undefined, inquiry: Inquiry): Truth {
  const has = (term: string): Truth =>
    text === undefined ? occursIn(record, term, inquiry) : truthOf(text.includes(term));
  const asked = [...terms.required.map(has), ...terms.excluded.map((term) => not(has(term)))];
  return asked.length > 0 ? all(asked) : any(terms.optional.map(has));
}

function occursIn(record: PropertyValue, term: string, inquiry: Inquiry): Truth {
  const words = [...spelledParts(record)];
  if (words.some((word) => word?.includes(term))) return "yes";
  if (words.includes(undefined)) return inquiry.open(notYetKnown);
  return /["{}[\],\\]|^\s*:|^\s*$/.test(term) ? inquiry.open(unspelled) : "no";
}

/** Keys and scalars as JSON spells them, without quotation marks; `undefined` for a part that is not known yet. */
function* spelledParts(value: PropertyValue, depth = 0): Generator<string | undefined> {
  if (isUnknown(value) || depth > deepestNesting) yield undefined;
  else if (isPropertyList(value)) for (const item of value) yield* spelledParts(item, depth + 1);
  else if (isPropertyMap(value)) {
    for (const [name, item] of Object.entries(value)) {
      yield JSON.stringify(name).slice(1, -1);
      yield* spelledParts(item, depth + 1);
    }
  } else yield typeof value === "string" ? JSON.stringify(value).slice(1, -1) : String(value);
}

/** Whether an expression fits a message; without its text only an expression of plain letters and digits is decided. */
export function regexHolds(regex: Regex, record: PropertyValue, text: string | undefined, inquiry: Inquiry): Truth {
  if (text !== undefined) return searchRegex({ kind: "regex", regex }, text, inquiry);
  if (/^\w+$/.test(regex.source)) return occursIn(record, regex.source, inquiry);
  return inquiry.open(unspelled);
}

/** Whether a space-delimited pattern fits a line; the last field takes what is left of a longer line. */
export function fieldsHold(fields: readonly DelimitedField[], text: string | undefined, inquiry: Inquiry): Truth {
  if (text === undefined) return inquiry.open(unspelled);
  const tokens = split(text);
  const rests = fields.filter(({ kind }) => kind === "rest").length;
  if (rests > 1) return inquiry.open("several `...` in one pattern are not documented");
  if (tokens.length < fields.length - rests)
    return inquiry.open("a line with fewer fields than the pattern is not documented");
  return rests === 1 ? aroundRest(fields, tokens, inquiry) : fromStart(fields, tokens, inquiry);
}

function aroundRest(fields: readonly DelimitedField[], tokens: readonly string[], inquiry: Inquiry): Truth {
  const before = fields.findIndex(({ kind }) => kind === "rest");
  const after = fields.length - before - 1;
  const head = fields.slice(0, before).map((field, index) => fieldHolds(field, tokens[index] ?? "", inquiry));
  const tail = fields.slice(before + 1).map((field, index) => {
    return fieldHolds(field, tokens[tokens.length - after + index] ?? "", inquiry);
  });
  return all([...head, ...tail]);
}

function fromStart(fields: readonly DelimitedField[], tokens: readonly string[], inquiry: Inquiry): Truth {
  const truths = fields.slice(0, -1).map((field, index) => fieldHolds(field, tokens[index] ?? "", inquiry));
  const last = fields.at(-1);
  const longer = tokens.length > fields.length;
  if (last?.kind !== "field" || last.condition === undefined) return all(truths);
  if (longer) return all([...truths, inquiry.open("what the last field holds of a longer line is not documented")]);
  return all([...truths, fieldHolds(last, tokens[fields.length - 1] ?? "", inquiry)]);
}

/** A field in brackets or quotation marks, with and without them: certain where both readings agree. */
function fieldHolds(field: DelimitedField, token: string, inquiry: Inquiry): Truth {
  if (field.kind === "rest" || field.condition === undefined) return "yes";
  const whole = conditionHolds(field.condition, token, inquiry);
  const enclosed = /^"[^]*"$|^\[[^]*\]$/.test(token);
  if (!enclosed || whole === conditionHolds(field.condition, token.slice(1, -1), inquiry)) return whole;
  return inquiry.open("whether a field includes its brackets or quotation marks is not documented");
}

function conditionHolds(condition: FieldCondition, token: string, inquiry: Inquiry): Truth {
  switch (condition.kind) {
    case "all":
      return all(condition.parts.map((part) => conditionHolds(part, token, inquiry)));
    case "any":
      return any(condition.parts.map((part) => conditionHolds(part, token, inquiry)));
    case "compare":
      return compareField(token, condition.operator, condition.value, inquiry);
  }
}

/** Fields of a line: split at spaces; what stands in brackets or quotation marks is one field. */
function split(text: string): readonly string[] {
  const tokens: string[] = [];
  const unclosed = new Set<string>();
  const start = /\S/g;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const end = endOfToken(text, found.index, unclosed);
    tokens.push(text.slice(found.index, end));
    start.lastIndex = end;
  }
  return tokens;
}

/** `unclosed` remembers the marks that do not close any more, so that a line is searched for each only once. */
function endOfToken(text: string, at: number, unclosed: Set<string>): number {
  const mark = text.charAt(at);
  const closing = mark === '"' ? '"' : mark === "[" ? "]" : undefined;
  const closed = closing === undefined || unclosed.has(mark) ? -1 : text.indexOf(closing, at + 1);
  if (closing !== undefined && closed < 0) unclosed.add(mark);
  const space = /\s/g;
  space.lastIndex = closed < 0 ? at : closed;
  return space.exec(text)?.index ?? text.length;
}
