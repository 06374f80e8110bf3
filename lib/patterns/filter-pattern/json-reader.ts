import type { Condition, Leaf, Selector, Step } from "./model";
import type { Lexer } from "./lexer";
import type { Repair } from "./refusal";

/** Wildcard selectors that one selector and one pattern may hold. Source: CloudWatch Logs user guide, quotas. */
const mostWildcardsPerSelector = 1;
const mostWildcards = 3;

/** Reads what stands between the braces of a JSON pattern: `()` binds before `&&`, `&&` before `||`. */
export class JsonReader {
  private wildcards = 0;

  constructor(private readonly lexer: Lexer) {}

  read(): Condition {
    if (this.lexer.atEnd()) this.lexer.refuse("a condition is missing between the braces");
    const condition = this.alternatives();
    if (!this.lexer.atEnd()) this.refuseRest();
    return condition;
  }

  private alternatives(): Condition {
    const parts = [this.conjunction()];
    while (this.connects("||", "|", /or\b/iy)) parts.push(this.conjunction());
    return joined("any", parts);
  }

  private conjunction(): Condition {
    const parts = [this.unary()];
    while (this.connects("&&", "&", /and\b/iy)) parts.push(this.unary());
    return joined("all", parts);
  }

  /** Takes a connective; refuses what people write for it. */
  private connects(sign: string, half: string, word: RegExp): boolean {
    if (this.lexer.takes(sign)) return true;
    const start = this.lexer.at;
    const written = this.lexer.takes(half) ? half : this.lexer.run(word);
    if (written === "") return false;
    const repair = { from: start, to: start + written.length, text: sign };
    return this.lexer.refuse(`conditions are connected with \`${sign}\`, not with \`${written}\``, repair, start);
  }

  private unary(): Condition {
    const start = this.lexer.at;
    if (!this.lexer.takes("(")) return this.leaf();
    const condition = this.alternatives();
    if (this.lexer.takes(")")) return condition;
    if (!this.lexer.atEnd()) this.refuseRest();
    const repair = { from: this.lexer.end, to: this.lexer.end, text: ")" };
    return this.lexer.refuse("a parenthesis is not closed", repair, start);
  }

  private leaf(): Leaf {
    this.lexer.skipSpace();
    const start = this.lexer.at;
    const selector = this.selector();
    this.lexer.skipSpace();
    const keyword = this.lexer.run(/[A-Za-z]+/y);
    if (keyword !== "") return this.keywordLeaf(start, selector, keyword);
    const operator = this.lexer.operator();
    if (operator === undefined) return this.lexer.refuse(`a comparison is missing after \`${selector.text}\``);
    const value = this.lexer.value();
    const numeric = operator !== "=" && operator !== "!=";
    if (numeric && (value.kind === "regex" || value.quoted || value.number === undefined)) {
      this.lexer.doubts.add(`\`${operator}\` is documented for numbers only`);
    }
    return { kind: "compare", text: this.since(start), selector, operator, value };
  }

  private keywordLeaf(start: number, selector: Selector, keyword: string): Leaf {
    const keywordStart = this.lexer.at - keyword.length;
    this.doubtCase(keyword);
    switch (keyword.toUpperCase()) {
      case "IS":
        return this.isLeaf(start, selector, keywordStart);
      case "NOT":
        return this.absentLeaf(start, selector);
      case "EXISTS":
        return this.lexer.refuse(`\`EXISTS\` is not in the language`, this.present(keywordStart), keywordStart);
    }
    return this.lexer.refuse(`\`${keyword}\` is no comparison`, undefined, keywordStart);
  }

  private isLeaf(start: number, selector: Selector, keywordStart: number): Leaf {
    this.lexer.skipSpace();
    const value = this.lexer.run(/[A-Za-z]+/y);
    this.doubtCase(value);
    const word = value.toUpperCase();
    if (word === "NULL" || word === "TRUE" || word === "FALSE") {
      return { kind: "is", text: this.since(start), selector, value: word };
    }
    if (word !== "NOT")
      return this.lexer.refuse("`IS` must be followed by NULL, TRUE or FALSE", undefined, keywordStart);
    this.lexer.skipSpace();
    const negated = this.lexer.run(/[A-Za-z]+/y).toUpperCase();
    const repair = negated === "NULL" ? this.present(keywordStart) : this.opposite(keywordStart, negated);
    return this.lexer.refuse("`IS NOT` is not in the language", repair, keywordStart);
  }

  private absentLeaf(start: number, selector: Selector): Leaf {
    this.lexer.skipSpace();
    const at = this.lexer.at;
    const word = this.lexer.run(/[A-Za-z]+/y);
    this.doubtCase(word);
    if (word.toUpperCase() !== "EXISTS") {
      const repair = word.toUpperCase() === "EXIST" ? { from: at, to: this.lexer.at, text: "EXISTS" } : undefined;
      return this.lexer.refuse("`NOT` must be followed by EXISTS", repair, at);
    }
    return { kind: "absent", text: this.since(start), selector };
  }

  /** `= *` takes every scalar value that is there: the nearest thing to `EXISTS` and `IS NOT NULL`. */
  private present(from: number): Repair {
    return { from, to: this.lexer.at, text: "= *" };
  }

  private opposite(from: number, negated: string): Repair | undefined {
    const text = negated === "TRUE" ? "IS FALSE" : negated === "FALSE" ? "IS TRUE" : undefined;
    return text === undefined ? undefined : { from, to: this.lexer.at, text };
  }

  private doubtCase(keyword: string): void {
    if (keyword === keyword.toUpperCase()) return;
    this.lexer.doubts.add(`AWS documents \`${keyword.toUpperCase()}\` in capitals only`);
  }

  private selector(): Selector {
    const start = this.lexer.at;
    if (!this.lexer.takes("$")) return this.refuseSelector(start);
    const steps: Step[] = [];
    for (let step = this.step(); step !== undefined; step = this.step()) steps.push(step);
    if (steps.length === 0) return this.refuseSelector(start);
    const wildcards = steps.filter(({ kind }) => kind === "any-element" || kind === "any-member").length;
    this.wildcards += wildcards;
    const limit = (most: number, where: string): string =>
      `${where} holds at most ${most} wildcard selector${most > 1 ? "s" : ""}`;
    if (wildcards > mostWildcardsPerSelector)
      this.lexer.refuse(limit(mostWildcardsPerSelector, "a selector"), undefined, start);
    if (this.wildcards > mostWildcards) this.lexer.refuse(limit(mostWildcards, "a pattern"), undefined, start);
    return { text: this.since(start), steps };
  }

  private step(): Step | undefined {
    const bracket = this.bracketed();
    if (bracket !== undefined) return bracket;
    const start = this.lexer.at;
    if (this.lexer.run(/\./y) === "") return undefined;
    if (this.lexer.run(/\*/y) !== "") return { kind: "any-member" };
    const quoted = this.bracketed();
    if (quoted?.kind === "name") return quoted;
    if (quoted !== undefined) return this.lexer.refuse("a position follows without a dot", undefined, start);
    const name = this.lexer.run(/[A-Za-z0-9_-]+/y);
    const odd = this.lexer.run(/[^\s.()[\]&|"%=!<>{},]+/y);
    if (odd !== "") {
      const repair = { from: start, to: this.lexer.at, text: `.['${name}${odd}']` };
      this.lexer.refuse(`a selector's names hold letters, digits, - and _; others stand in \`.['']\``, repair, start);
    }
    if (name === "") return this.lexer.refuse("a name is missing after the dot", undefined, start);
    return { kind: "name", name };
  }

  private bracketed(): Step | undefined {
    const start = this.lexer.at;
    const text = this.lexer.run(/\[(?:[0-9]+|\*|'[^']*'|"[^"]*")\]/y);
    if (text === "" && this.lexer.text[start] === "[" && start < this.lexer.end) {
      return this.lexer.refuse("brackets hold a position, `*` or a name in single quotation marks");
    }
    if (text === "") return undefined;
    const inside = text.slice(1, -1);
    if (inside === "*") return { kind: "any-element" };
    if (/^[0-9]+$/.test(inside)) return { kind: "index", index: Number(inside) };
    if (inside.startsWith('"')) this.lexer.doubts.add("a name in brackets is documented with single quotation marks");
    if (this.lexer.text[start - 1] !== ".") this.lexer.doubts.add("a name in brackets is documented after a dot");
    return { kind: "name", name: inside.slice(1, -1) };
  }

  private refuseSelector(start: number): never {
    this.lexer.at = start;
    const sign = this.lexer.run(/\$?\.?/y);
    const path = this.lexer.run(/[A-Za-z_][A-Za-z0-9_.-]*/y);
    const repair = path === "" ? undefined : { from: start, to: start + sign.length, text: "$." };
    const problem =
      this.lexer.text[start] === "!"
        ? "there is no negation: use `!=`"
        : "a condition begins with a selector such as `$.eventName`";
    return this.lexer.refuse(problem, repair, start);
  }

  private refuseRest(): never {
    const at = this.lexer.at;
    const sign = this.lexer.text.charAt(at);
    if (sign === ")") return this.lexer.refuse("a parenthesis was never opened", { from: at, to: at + 1, text: "" });
    if (sign === "$" || sign === "(") return this.lexer.refuse("`&&` or `||` is missing between two conditions");
    return this.lexer.refuse(`\`${sign}\` does not belong here`);
  }

  private since(start: number): string {
    return this.lexer.text.slice(start, this.lexer.at);
  }
}

function joined(kind: "all" | "any", parts: readonly Condition[]): Condition {
  const [first, ...more] = parts;
  return first !== undefined && more.length === 0 ? first : { kind, parts };
}
