import type { Lexer } from "./lexer";
import type { DelimitedField, FieldCondition } from "./model";

/** Reads what stands between the brackets of a space-delimited pattern: `ip, status = 4*, ..., bytes > 0`. */
export function readDelimited(lexer: Lexer): readonly DelimitedField[] {
  const fields: DelimitedField[] = [];
  if (lexer.atEnd()) lexer.refuse("a field is missing between the brackets");
  do fields.push(readField(lexer));
  while (lexer.takes(","));
  if (!lexer.atEnd()) lexer.refuse("a comma is missing between two fields");
  return fields;
}

function readField(lexer: Lexer): DelimitedField {
  if (lexer.takes("...")) return { kind: "rest" };
  lexer.skipSpace();
  const start = lexer.at;
  const name = lexer.run(/[A-Za-z0-9_-]+/y);
  if (name === "") return lexer.refuse("a field's name is missing");
  lexer.skipSpace();
  if (!/[=!<>~]/.test(lexer.text.charAt(lexer.at))) return { kind: "field", name };
  lexer.at = start;
  return { kind: "field", name, condition: readAlternatives(lexer, name) };
}

function readAlternatives(lexer: Lexer, name: string): FieldCondition {
  const parts = [readConjunction(lexer, name)];
  while (lexer.takes("||")) parts.push(readConjunction(lexer, name));
  return joined("any", parts);
}

function readConjunction(lexer: Lexer, name: string): FieldCondition {
  const parts = [readComparison(lexer, name)];
  while (lexer.takes("&&")) parts.push(readComparison(lexer, name));
  return joined("all", parts);
}

function readComparison(lexer: Lexer, name: string): FieldCondition {
  if (lexer.takes("(")) {
    const inner = readAlternatives(lexer, name);
    if (!lexer.takes(")")) lexer.refuse("a parenthesis is not closed");
    return inner;
  }
  lexer.skipSpace();
  const written = lexer.run(/[A-Za-z0-9_-]+/y);
  if (written !== name) lexer.doubts.add(`a condition on \`${written}\` in the place of \`${name}\``);
  const operator = lexer.operator();
  if (operator === undefined) return lexer.refuse("a comparison is missing");
  return { kind: "compare", operator, value: lexer.value() };
}

function joined(kind: "all" | "any", parts: readonly FieldCondition[]): FieldCondition {
  const [first, ...more] = parts;
  return first !== undefined && more.length === 0 ? first : { kind, parts };
}
