import { isPropertyList, isUnknown, type PropertyValue } from "../core/properties";

/**
 * A JSON value that keeps what `JSON.parse` loses and pattern languages look at: how a number is spelled and which
 * keys occur twice. `unknown` stands for a part that is known only after deployment.
 */
export type JsonTree =
  | { readonly kind: "object"; readonly members: readonly JsonMember[] }
  | { readonly kind: "array"; readonly items: readonly JsonTree[] }
  | { readonly kind: "string"; readonly text: string }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "literal"; readonly text: "true" | "false" | "null" }
  | { readonly kind: "unknown" };

export interface JsonMember {
  readonly name: string;
  readonly value: JsonTree;
}

export type ReadJson =
  | { readonly kind: "read"; readonly tree: JsonTree }
  | { readonly kind: "malformed"; readonly position: number; readonly problem: string };

/** Deepest nesting that is read, as in the JSON reader of AWS's own implementation (Jackson). */
export const deepestNesting = 1000;

const numberShape = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const literals = ["true", "false", "null"] as const;
const unknownTree: JsonTree = { kind: "unknown" };

/** Reads one JSON value. Never throws; time is linear in the text; `position` counts UTF-16 units from 0. */
export function readJson(text: string): ReadJson {
  const reader = new Reader(text);
  try {
    return { kind: "read", tree: reader.document() };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { kind: "malformed", position: error.position, problem: error.message };
  }
}

/** A property as such a tree; numbers are spelled as JavaScript prints them. Parts nested too deep count as unknown. */
export function jsonTreeOf(value: PropertyValue, depth = 0): JsonTree {
  if (isUnknown(value) || depth > deepestNesting) return unknownTree;
  if (typeof value === "string") return { kind: "string", text: value };
  if (typeof value === "number") return { kind: "number", text: String(value) };
  if (value === null) return { kind: "literal", text: "null" };
  if (typeof value === "boolean") return { kind: "literal", text: value ? "true" : "false" };
  if (isPropertyList(value)) return { kind: "array", items: value.map((item) => jsonTreeOf(item, depth + 1)) };
  const members = Object.entries(value).map(([name, item]) => ({ name, value: jsonTreeOf(item, depth + 1) }));
  return { kind: "object", members };
}

class Malformed extends Error {
  constructor(
    message: string,
    readonly position: number,
  ) {
    super(message);
  }
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  document(): JsonTree {
    const tree = this.value(0);
    this.skipSpace();
    if (this.at < this.text.length) this.fail("text after the end of the JSON value");
    return tree;
  }

  private value(depth: number): JsonTree {
    if (depth > deepestNesting) this.fail(`nested deeper than ${deepestNesting} levels`);
    this.skipSpace();
    const sign = this.text[this.at];
    if (sign === "{") return this.object(depth);
    if (sign === "[") return this.array(depth);
    if (sign === '"') return { kind: "string", text: this.string() };
    return this.literal() ?? this.number();
  }

  private object(depth: number): JsonTree {
    const members: JsonMember[] = [];
    this.at++;
    if (this.takes("}")) return { kind: "object", members };
    do {
      this.skipSpace();
      const name = this.string();
      if (!this.takes(":")) this.fail("a colon is missing after the key");
      members.push({ name, value: this.value(depth + 1) });
    } while (this.takes(","));
    if (!this.takes("}")) this.fail("a comma or `}` is missing");
    return { kind: "object", members };
  }

  private array(depth: number): JsonTree {
    const items: JsonTree[] = [];
    this.at++;
    if (this.takes("]")) return { kind: "array", items };
    do items.push(this.value(depth + 1));
    while (this.takes(","));
    if (!this.takes("]")) this.fail("a comma or `]` is missing");
    return { kind: "array", items };
  }

  private string(): string {
    const start = this.at;
    if (this.text[start] !== '"') this.fail("a string in double quotes is missing");
    let at = start + 1;
    let escaped = false;
    for (; this.text[at] !== '"'; at++) {
      if (at >= this.text.length) this.fail("a string is not closed");
      if (this.text.charCodeAt(at) < 0x20) this.fail("a control character in a string");
      if (this.text[at] !== "\\") continue;
      escaped = true;
      at++;
    }
    this.at = at + 1;
    return escaped ? this.unescaped(start) : this.text.slice(start + 1, at);
  }

  private unescaped(start: number): string {
    try {
      return JSON.parse(this.text.slice(start, this.at)) as string;
    } catch {
      return this.fail("an escape in a string is not JSON");
    }
  }

  private literal(): JsonTree | undefined {
    const text = literals.find((word) => this.text.startsWith(word, this.at));
    if (text === undefined) return undefined;
    this.at += text.length;
    return { kind: "literal", text };
  }

  private number(): JsonTree {
    numberShape.lastIndex = this.at;
    const text = numberShape.exec(this.text)?.[0];
    if (text === undefined) return this.fail("a JSON value is missing");
    this.at += text.length;
    return { kind: "number", text };
  }

  private takes(sign: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  private skipSpace(): void {
    while (this.at < this.text.length && " \t\n\r".includes(this.text[this.at] ?? "")) this.at++;
  }

  private fail(problem: string): never {
    throw new Malformed(problem, this.at);
  }
}
