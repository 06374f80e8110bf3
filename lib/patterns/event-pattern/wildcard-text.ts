import type { Glob } from "../glob";

export type ReadWildcard =
  | { readonly kind: "wildcard"; readonly glob: Glob; readonly effort: "accepted" | "doubtful" | "refused" }
  | { readonly kind: "invalid"; readonly problem: string; readonly suggestion?: string };

/**
 * A `wildcard` text: `*` is any run of characters, `\*` and `\\` stand for themselves, `**` is refused.
 * Source: event-ruler 2.0.1, WildcardParser.
 */
export function readWildcard(text: string): ReadWildcard {
  const segments: string[] = [];
  let segment = "";
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === "*") {
      if (text[at + 1] === "*") return consecutive(text, at);
      segments.push(segment);
      segment = "";
    } else if (sign === "\\") {
      const next = text[++at];
      if (next !== "*" && next !== "\\") return loneBackslash(text, at - 1);
      segment += next;
    } else {
      segment += sign;
    }
  }
  segments.push(segment);
  return { kind: "wildcard", glob: { segments }, effort: effortOf(segments) };
}

/**
 * AWS refuses wildcards that are too complex and publishes no formula. It refuses `*:*:*:*:*:event-bus/*` (the
 * user guide's example: six wildcards, five of them before the same character); fewer than half of that is common
 * and accepted; what lies between is doubtful.
 */
function effortOf(segments: readonly string[]): "accepted" | "doubtful" | "refused" {
  const wildcards = segments.length - 1;
  const followers = new Map<string, number>();
  for (const segment of segments.slice(1)) {
    const next = segment.charAt(0);
    if (next !== "") followers.set(next, (followers.get(next) ?? 0) + 1);
  }
  const repeated = Math.max(0, ...followers.values());
  if (wildcards >= 6 && repeated >= 5) return "refused";
  return wildcards > 5 || repeated > 3 ? "doubtful" : "accepted";
}

function consecutive(text: string, at: number): ReadWildcard {
  const suggestion = text.replace(/\*{2,}/g, "*");
  return { kind: "invalid", problem: `consecutive wildcards at character ${at + 1}`, suggestion };
}

function loneBackslash(text: string, at: number): ReadWildcard {
  const suggestion = `${text.slice(0, at)}\\${text.slice(at)}`;
  return { kind: "invalid", problem: `a backslash at character ${at + 1} escapes nothing`, suggestion };
}
