import type { PropertyValue } from "../core/properties";

/** A place in a JSON text, both counted from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

export interface JsonProblem {
  readonly offset: number;
  readonly message: string;
  readonly fix?: string;
}

/** What a JSON text holds, with what `JSON.parse` forgets: repeated keys, and where each value stands. */
export interface JsonReading {
  /** `undefined` where the text is no JSON: `problem` then says why. */
  readonly value: PropertyValue | undefined;
  readonly problem?: JsonProblem;
  /** The paths of keys that an object carries a second time; the later value counts, as in every JSON reader. */
  readonly repeated: readonly { readonly path: string; readonly offset: number }[];
  positionOf(path: string): TextPosition | undefined;
  positionAt(offset: number): TextPosition;
}

/** Nesting beyond this is no policy document, and would cost stack. */
export const deepestNesting = 64;

/** Reads a JSON text in linear time. Never throws: a broken text is a reading with a problem. Places are found when they are asked for. */
export function readJson(text: string): JsonReading {
  const reader = new JsonReader(text);
  const lines = lazyLineStarts(text);
  const places = lazyPlaces(text);
  const value = reader.readDocument();
  return {
    value,
    ...(reader.problem === undefined ? {} : { problem: reader.problem }),
    repeated: reader.hasRepeated ? places().repeated : [],
    positionAt: (offset) => positionIn(lines(), offset),
    positionOf: (path) => {
      const offset = places().offsets.get(path);
      return offset === undefined ? undefined : positionIn(lines(), offset);
    },
  };
}

interface Places {
  readonly offsets: Map<string, number>;
  readonly repeated: { path: string; offset: number }[];
}

/** Most documents are sound, and nobody asks where their parts stand: a second reading notes it for the others. */
function lazyPlaces(text: string): () => Places {
  let places: Places | undefined;
  return () => {
    if (places !== undefined) return places;
    places = { offsets: new Map(), repeated: [] };
    new JsonReader(text, places).readDocument();
    return places;
  };
}

function lazyLineStarts(text: string): () => readonly number[] {
  let starts: number[] | undefined;
  return () => {
    if (starts !== undefined) return starts;
    starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  };
}

function positionIn(lineStarts: readonly number[], offset: number): TextPosition {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

/** Stops the reading: every method returns this at once after a problem. */
const stopped = Symbol("stopped");
type Reading<T> = T | typeof stopped;

const whitespace = /[\u0020\t\n\r]*/y;
const plainCharacters = /[^"\\\u0000-\u001f]*/y;
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const word = /[A-Za-z]+/y;
const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

class JsonReader {
  hasRepeated = false;
  problem: JsonProblem | undefined;
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly places?: Places,
  ) {}

  readDocument(): PropertyValue | undefined {
    this.skipWhitespace();
    if (this.at === this.text.length) {
      this.fail("the document is empty");
      return undefined;
    }
    const value = this.readValue("", 0);
    if (value === stopped) return undefined;
    this.skipWhitespace();
    if (this.at === this.text.length) return value;
    this.fail(`there is more text after the document's end: ${this.quoteNext()}`);
    return undefined;
  }

  private readValue(path: string, depth: number): Reading<PropertyValue> {
    this.places?.offsets.set(path, this.at);
    const character = this.text[this.at];
    if (depth > deepestNesting) return this.fail(`values are nested more than ${deepestNesting} levels deep`);
    if (character === "{") return this.readObject(path, depth);
    if (character === "[") return this.readList(path, depth);
    if (character === '"') return this.readString();
    return this.readScalar();
  }

  private readObject(path: string, depth: number): Reading<PropertyValue> {
    const map = Object.create(null) as Record<string, PropertyValue>;
    this.at++;
    this.skipWhitespace();
    if (this.take("}")) return map;
    for (;;) {
      const member = this.readMember(map, path, depth);
      if (member === stopped) return stopped;
      this.skipWhitespace();
      if (this.take("}")) return map;
      if (!this.take(",")) return this.failSeparator("}");
      this.skipWhitespace();
      if (this.text[this.at] === "}") return this.fail("there is a comma before the closing `}`", "remove the comma");
    }
  }

  private readMember(map: Record<string, PropertyValue>, path: string, depth: number): Reading<undefined> {
    const offset = this.at;
    if (this.text[offset] !== '"') return this.fail(`a name in double quotes is expected, not ${this.quoteNext()}`);
    const name = this.readString();
    if (name === stopped) return stopped;
    const memberPath = this.places === undefined ? "" : path === "" ? name : `${path}.${name}`;
    if (Object.hasOwn(map, name)) {
      this.hasRepeated = true;
      this.places?.repeated.push({ path: memberPath, offset });
    }
    this.skipWhitespace();
    if (!this.take(":")) return this.fail(`a \`:\` is expected after the name, not ${this.quoteNext()}`);
    this.skipWhitespace();
    const value = this.readValue(memberPath, depth + 1);
    if (value === stopped) return stopped;
    this.places?.offsets.set(memberPath, offset);
    map[name] = value;
    return undefined;
  }

  private readList(path: string, depth: number): Reading<PropertyValue> {
    const list: PropertyValue[] = [];
    this.at++;
    this.skipWhitespace();
    if (this.take("]")) return list;
    for (;;) {
      const value = this.readValue(this.places === undefined ? "" : `${path}[${list.length}]`, depth + 1);
      if (value === stopped) return stopped;
      list.push(value);
      this.skipWhitespace();
      if (this.take("]")) return list;
      if (!this.take(",")) return this.failSeparator("]");
      this.skipWhitespace();
      if (this.text[this.at] === "]") return this.fail("there is a comma before the closing `]`", "remove the comma");
    }
  }

  private readString(): Reading<string> {
    const start = this.at++;
    const parts: string[] = [];
    for (;;) {
      parts.push(this.match(plainCharacters));
      const character = this.text[this.at];
      if (character === '"') {
        this.at++;
        return parts.join("");
      }
      if (character === undefined) {
        this.at = start;
        return this.fail("a string is opened here and never closed", 'add the closing `"`');
      }
      if (character !== "\\")
        return this.fail("a string holds a line break or control character", "write it as an escape, such as `\\n`");
      const escaped = this.readEscape();
      if (escaped === stopped) return stopped;
      parts.push(escaped);
    }
  }

  private readEscape(): Reading<string> {
    const character = this.text[this.at + 1] ?? "";
    const plain = escapes.get(character);
    if (plain !== undefined) {
      this.at += 2;
      return plain;
    }
    const digits = this.text.slice(this.at + 2, this.at + 6);
    if (character !== "u" || !/^[0-9a-fA-F]{4}$/.test(digits)) {
      return this.fail(`\`\\${character}\` is no escape of JSON`, "write a backslash as `\\\\`");
    }
    this.at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  private readScalar(): Reading<PropertyValue> {
    const offset = this.at;
    const digits = this.match(number);
    if (digits !== "") return Number(digits);
    const name = this.match(word);
    if (name === "true") return true;
    if (name === "false") return false;
    if (name === "null") return null;
    this.at = offset;
    if (this.text[offset] === "'") return this.fail("strings take double quotes, not single ones", 'write `"`');
    if (this.text[offset] === "/") return this.fail("JSON has no comments", "remove the comment");
    return this.fail(`a value is expected, not ${this.quoteNext()}`);
  }

  private failSeparator(closing: string): typeof stopped {
    if (this.at >= this.text.length)
      return this.fail(`the text ends where \`${closing}\` is expected`, `add \`${closing}\``);
    return this.fail(`\`,\` or \`${closing}\` is expected, not ${this.quoteNext()}`);
  }

  private fail(message: string, fix?: string): typeof stopped {
    this.problem ??= { offset: this.at, message, ...(fix === undefined ? {} : { fix }) };
    return stopped;
  }

  /** One character is quoted and no more: the text may hold a secret. */
  private quoteNext(): string {
    const character = this.text[this.at];
    return character === undefined ? "the end of the text" : `\`${character}\``;
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private skipWhitespace(): void {
    this.match(whitespace);
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.at += found.length;
    return found;
  }
}
