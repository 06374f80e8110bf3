import { all, not, truthOf, type Truth } from "../../core/truth";
import { matchesGlob } from "../glob";
import {
  booleanCompared,
  largeNumber,
  middleStar,
  mixedNumber,
  regexEffort,
  regexNumber,
  type Inquiry,
} from "./inquiry";
import { numberOf } from "./lexer";
import type { Comparand, Operator } from "./model";
import { matchesRegex } from "./regex";

type Text = Extract<Comparand, { kind: "text" }>;

/** A string of the record against a value of the pattern. */
export function compareString(node: string, operator: Operator, value: Comparand, inquiry: Inquiry): Truth {
  if (operator !== "=" && operator !== "!=") return compareOrder(node, inquiry);
  if (value.kind === "regex") return signed(operator, searchRegex(value, node, inquiry));
  const number = value.quoted ? undefined : value.number;
  if (number === undefined) return signed(operator, equalsText(value, node, inquiry));
  return compareDigits(node, operator, number, value.text, inquiry);
}

/** Whether a text is the value: `unknown` where it depends on what `*` in the middle means. */
export function equalsText(value: Text, text: string, inquiry: Inquiry): Truth {
  if (matchesGlob(value.literal, text)) return "yes";
  return matchesGlob(value.wild, text) ? inquiry.open(middleStar) : "no";
}

export function searchRegex(value: Extract<Comparand, { kind: "regex" }>, text: string, inquiry: Inquiry): Truth {
  if (text.includes("\n")) return inquiry.open("how a regular expression reads several lines is not documented");
  const found = matchesRegex(value.regex, text);
  return found === "unknown" ? inquiry.open(regexEffort) : found;
}

/** Digits without quotation marks: a number to AWS, so a string of digits is open, and so is "differs from any string". */
function compareDigits(node: string, operator: "=" | "!=", number: number, text: string, inquiry: Inquiry): Truth {
  const same = node === text || numberOf(node) === number;
  if (operator === "=" && !same) return "no";
  return inquiry.open(mixedNumber);
}

function compareOrder(node: string, inquiry: Inquiry): Truth {
  return numberOf(node) === undefined ? "no" : inquiry.open(mixedNumber);
}

/** A number of the record against a value of the pattern. */
export function compareNumber(node: number, operator: Operator, value: Comparand, inquiry: Inquiry): Truth {
  if (value.kind === "regex") return inquiry.open(regexNumber);
  if (value.number !== undefined) return compareNumbers(node, operator, value.number, value.quoted, inquiry);
  if (operator !== "=" && operator !== "!=") return inquiry.open(mixedNumber);
  if (value.text === "*") return signed(operator, "yes");
  if (value.text.includes("*")) return compareNumberText(node, operator, value, inquiry);
  return operator === "=" ? "no" : inquiry.open(mixedNumber);
}

function compareNumbers(node: number, operator: Operator, wanted: number, quoted: boolean, inquiry: Inquiry): Truth {
  if (!exact(node) || !exact(wanted)) return inquiry.open(largeNumber);
  if (quoted) return operator === "=" && node !== wanted ? "no" : inquiry.open(mixedNumber);
  return truthOf(ordered(node, operator, wanted));
}

/** Fractions count as exact: both sides are read into the same double. */
function exact(number: number): boolean {
  return Number.isFinite(number) && (Number.isSafeInteger(number) || !Number.isInteger(number));
}

export function ordered(node: number, operator: Operator, wanted: number): boolean {
  switch (operator) {
    case "=":
      return node === wanted;
    case "!=":
      return node !== wanted;
    case "<":
      return node < wanted;
    case ">":
      return node > wanted;
    case "<=":
      return node <= wanted;
    case ">=":
      return node >= wanted;
  }
}

function compareNumberText(node: number, operator: "=" | "!=", value: Text, inquiry: Inquiry): Truth {
  const text = Number.isSafeInteger(node) ? String(node) : undefined;
  if (text === undefined) return inquiry.open(mixedNumber);
  const equal = equalsText(value, text, inquiry);
  if (!value.quoted) return signed(operator, equal);
  return operator === "=" && equal === "no" ? "no" : inquiry.open(mixedNumber);
}

/** A truth value of the record against a value of the pattern. */
export function compareBoolean(node: boolean, operator: Operator, value: Comparand, inquiry: Inquiry): Truth {
  if (operator !== "=" || value.kind === "regex") return inquiry.open(booleanCompared);
  const spelled = matchesGlob({ segments: value.text.toLowerCase().split("*") }, String(node));
  return spelled ? inquiry.open(booleanCompared) : "no";
}

/** A field of a space-delimited line: text, and a number where it spells one. */
export function compareField(field: string, operator: Operator, value: Comparand, inquiry: Inquiry): Truth {
  if (value.kind === "regex") return signed(operator, searchRegex(value, field, inquiry));
  if (operator === "=" || operator === "!=") {
    const number = value.quoted ? undefined : value.number;
    const sameNumber = number !== undefined && numberOf(field) === number;
    if (sameNumber && field !== value.text) return inquiry.open(mixedNumber);
    return signed(operator, equalsText(value, field, inquiry));
  }
  const number = numberOf(field);
  if (value.number === undefined || value.quoted) return inquiry.open(mixedNumber);
  return number === undefined ? "no" : truthOf(ordered(number, operator, value.number));
}

/** `!=` is the negation of `=`, open where that is open; other operators never get here with a text. */
function signed(operator: Operator, equal: Truth): Truth {
  return operator === "!=" ? not(equal) : all([equal]);
}
