/**
 * Patterns with `*` (any run of characters) and `?` (one character), compiled once, which may hold literal pieces and
 * pieces not known yet, and can be compared with one another. For two plain texts there is `lib/core/wildcard`.
 * Matching never goes back beyond the latest `*`: at most pattern length times text length steps.
 */

const anyRun = -1;
const anyOne = -2;

/** A compiled pattern. `open` says that a part of it is not known yet: that part may stand for anything. */
export interface Wildcard {
  readonly codes: readonly number[];
  readonly open: boolean;
}

/** A part of a pattern: `*` and `?` count as wildcards in `pattern`, as themselves in `literal`; `unknown` stands for any text. */
export type WildcardPart =
  | { readonly kind: "pattern"; readonly text: string }
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "unknown" };

export function compileWildcard(pattern: string): Wildcard {
  return compileWildcardParts([{ kind: "pattern", text: pattern }]);
}

export function compileWildcardParts(parts: readonly WildcardPart[]): Wildcard {
  const codes: number[] = [];
  let open = false;
  for (const part of parts) {
    switch (part.kind) {
      case "pattern":
        for (let index = 0; index < part.text.length; index++) pushCode(codes, patternCode(part.text, index));
        break;
      case "literal":
        for (let index = 0; index < part.text.length; index++) codes.push(part.text.charCodeAt(index));
        break;
      case "unknown":
        open = true;
        pushCode(codes, anyRun);
        break;
    }
  }
  return { codes, open };
}

/** Whether the pattern, with its unknown parts standing for anything, matches the whole text. */
export function wildcardMatches(pattern: Wildcard, text: string): boolean {
  const last = pattern.codes[pattern.codes.length - 1];
  // A character at the end must be the text's last: settles most pairs.
  if (last !== undefined && last >= 0 && last !== text.charCodeAt(text.length - 1)) return false;
  return codesMatchText(pattern.codes, text);
}

/** As `codesMatch`, for plain text: by far the most frequent question. */
function codesMatchText(pattern: readonly number[], text: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < text.length;) {
    const code = at < pattern.length ? pattern[at] : undefined;
    if (code === anyRun) {
      if (at === pattern.length - 1) return true;
      star = at++;
      resume = index;
    } else if (code === anyOne || code === text.charCodeAt(index)) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++resume;
    } else {
      return false;
    }
  }
  return at === pattern.length || (at === pattern.length - 1 && pattern[at] === anyRun);
}

/** Whether every text that `narrow` matches is matched by `wide` too. A `false` may be too careful, a `true` is proven. */
export function wildcardCovers(wide: Wildcard, narrow: Wildcard): boolean {
  return codesMatch(wide.codes, narrow.codes, codeCovers);
}

/**
 * Whether some text is matched by both patterns. Two with a `*` each need only agree on their beginnings and ends: what is
 * between may stand one after the other.
 */
export function wildcardsOverlap(left: Wildcard, right: Wildcard): boolean {
  if (beginsOtherwise(left.codes, right.codes) || endsOtherwise(left.codes, right.codes)) return false;
  const [leftRuns, rightRuns] = [left.codes.includes(anyRun), right.codes.includes(anyRun)];
  if (leftRuns && rightRuns) return true;
  if (leftRuns) return codesMatch(left.codes, right.codes, codesMeet);
  if (rightRuns) return codesMatch(right.codes, left.codes, codesMeet);
  return left.codes.length === right.codes.length;
}

/** Of two codes that are no `*`. */
function codesMeet(one: number, other: number): boolean {
  return one === other || one === anyOne || other === anyOne;
}

/** Whether the plain text before the first wildcards already differs: settles most pairs. */
function beginsOtherwise(left: readonly number[], right: readonly number[]): boolean {
  for (let index = 0; index < left.length && index < right.length; index++) {
    const one = left[index] ?? anyRun;
    const other = right[index] ?? anyRun;
    if (one === anyRun || other === anyRun) return false;
    if (one !== other && one !== anyOne && other !== anyOne) return true;
  }
  return false;
}

/** The same from the end. */
function endsOtherwise(left: readonly number[], right: readonly number[]): boolean {
  for (let back = 1; back <= left.length && back <= right.length; back++) {
    const one = left[left.length - back] ?? anyRun;
    const other = right[right.length - back] ?? anyRun;
    if (one === anyRun || other === anyRun) return false;
    if (one !== other && one !== anyOne && other !== anyOne) return true;
  }
  return false;
}

export function isPlainText(pattern: Wildcard): boolean {
  return pattern.codes.every((code) => code >= 0);
}

export function matchesEverything(pattern: Wildcard): boolean {
  return pattern.codes.length === 1 && pattern.codes[0] === anyRun && !pattern.open;
}

function patternCode(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code === 42) return anyRun;
  return code === 63 ? anyOne : code;
}

/** As `wildcardMatches`, for a pattern's codes and a piece of a text's: for those who ask about thousands of texts. */
export function codesMatchAt(pattern: Int32Array, text: Uint8Array, from: number, end: number): boolean {
  const last = pattern.length - 1;
  let at = 0;
  let star = -1;
  let resume = from;
  for (let index = from; index < end;) {
    const code = at <= last ? (pattern[at] ?? 0) : 0;
    if (code === anyRun) {
      if (at === last) return true;
      star = at++;
      resume = index;
    } else if (code === anyOne || code === text[index]) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++resume;
    } else {
      return false;
    }
  }
  return at > last || (at === last && pattern[at] === anyRun);
}

/** A second `*` in a row says nothing that the first did not. */
function pushCode(codes: number[], code: number): void {
  if (code === anyRun && codes[codes.length - 1] === anyRun) return;
  codes.push(code);
}

function codesMatch(
  pattern: readonly number[],
  text: readonly number[],
  matches: (pattern: number, text: number) => boolean,
): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < text.length;) {
    if (at < pattern.length && pattern[at] === anyRun) {
      star = at++;
      resume = index;
    } else if (at < pattern.length && matches(pattern[at] ?? anyRun, text[index] ?? anyRun)) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++resume;
    } else {
      return false;
    }
  }
  while (at < pattern.length && pattern[at] === anyRun) at++;
  return at === pattern.length;
}

function codeCovers(pattern: number, text: number): boolean {
  return pattern === text || (pattern === anyOne && text !== anyRun);
}
