import { conditionKeyFacts, nearestConditionKey } from "./facts/condition-keys";

/** What is wrong with a policy variable, and how it should be written where that can be told. */
export interface VariableMistake {
  readonly kind: "noBrace" | "empty" | "noQuotes" | "space" | "noKey" | "misspelled";
  /** The variable as it is written, shortened. */
  readonly written: string;
  readonly meant?: string;
}

/** Longest piece of a value that a message shows. */
const longestShown = 60;

/** The first mistake in the variables of a value: `${aws:username`, `${}`, `${bucket}`, `${aws:usrname}` and the like. */
export function variableMistake(text: string): VariableMistake | undefined {
  let at = text.indexOf("${");
  while (at >= 0) {
    const end = closingBrace(text, at + 2);
    if (end === undefined) return { kind: "noBrace", written: shown(text.slice(at)) };
    const found = mistakeIn(text.slice(at + 2, end));
    if (found !== undefined) return { ...found, written: shown(text.slice(at, end + 1)) };
    at = text.indexOf("${", end);
  }
  return undefined;
}

/** The brace that ends the variable; `undefined` where another variable, or the end of the text, comes first. */
function closingBrace(text: string, from: number): number | undefined {
  const close = text.indexOf("}", from);
  const next = text.indexOf("${", from);
  return close < 0 || (next >= 0 && next < close) ? undefined : close;
}

function mistakeIn(inner: string): Omit<VariableMistake, "written"> | undefined {
  if (inner === "*" || inner === "?" || inner === "$") return undefined;
  const comma = inner.indexOf(",");
  const key = comma < 0 ? inner : inner.slice(0, comma);
  const fallback = comma < 0 ? undefined : inner.slice(comma + 1).trim();
  if (key.trim() === "") return { kind: "empty" };
  if (hasWrongSpace(key)) return { kind: "space", meant: variable(key.replace(/\s/g, ""), fallback) };
  if (!key.includes(":")) return { kind: "noKey" };
  if (fallback !== undefined && !/^'[^']*'$/.test(fallback)) {
    return { kind: "noQuotes", meant: variable(key, `'${fallback.replace(/['"]/g, "")}'`) };
  }
  const meant = meantKey(key);
  return meant === undefined ? undefined : { kind: "misspelled", meant: variable(meant, fallback) };
}

/** Names of tags may hold spaces; nothing else does. */
function hasWrongSpace(key: string): boolean {
  const slash = key.indexOf("/");
  return /\s/.test(slash < 0 ? key : key.slice(0, slash)) || /^\s|\s$/.test(key);
}

function variable(key: string, fallback: string | undefined): string {
  return fallback === undefined ? `\${${key}}` : `\${${key}, ${fallback}}`;
}

/** Keys of families, such as `aws:PrincipalTag/team`, are no spelling that a near one could stand for. */
function meantKey(key: string): string | undefined {
  if (key.includes("/") || conditionKeyFacts(key) !== undefined) return undefined;
  const near = nearestConditionKey(key);
  if (near === undefined || /[<{/]/.test(near)) return undefined;
  return conditionKeyFacts(near)?.name ?? near;
}

function shown(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}...` : text;
}
