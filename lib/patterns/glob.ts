/**
 * A text with gaps: `segments` must follow each other in this order, the first at the start, the last at the end,
 * with anything (or nothing) between. One segment means equality.
 */
export interface Glob {
  readonly segments: readonly string[];
}

/** Product of the lengths up to which a plain search is cheap enough whatever the texts look like. */
const cheapSearch = 1_000_000;

/** Whether the whole `text` is the glob. Case-sensitive; time is linear in both, whatever they contain. */
export function matchesGlob({ segments }: Glob, text: string): boolean {
  const first = segments[0] ?? "";
  if (segments.length <= 1) return text === first;
  const last = segments.at(-1) ?? "";
  if (text.length < first.length + last.length) return false;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const body = text.slice(0, text.length - last.length);
  let at = first.length;
  for (const segment of segments.slice(1, -1)) {
    const found = indexOf(body, segment, at);
    if (found < 0) return false;
    at = found + segment.length;
  }
  return true;
}

function indexOf(text: string, segment: string, from: number): number {
  if ((text.length - from) * segment.length <= cheapSearch) return text.indexOf(segment, from);
  return knuthMorrisPratt(text, segment, from);
}

function knuthMorrisPratt(text: string, segment: string, from: number): number {
  const borders = bordersOf(segment);
  let matched = 0;
  for (let at = from; at < text.length; at++) {
    while (matched > 0 && text[at] !== segment[matched]) matched = borders[matched - 1] ?? 0;
    if (text[at] === segment[matched]) matched++;
    if (matched === segment.length) return at - matched + 1;
  }
  return -1;
}

/** For each prefix the length of its longest proper prefix that is also its suffix. */
function bordersOf(segment: string): readonly number[] {
  const borders = [0];
  let length = 0;
  for (let at = 1; at < segment.length; at++) {
    while (length > 0 && segment[at] !== segment[length]) length = borders[length - 1] ?? 0;
    if (segment[at] === segment[length]) length++;
    borders.push(length);
  }
  return borders;
}
