/** What a terminal shows: lines of text with colours, from text with ANSI escape sequences. */
export interface Span {
  readonly text: string;
  readonly color: Color;
  readonly isBold: boolean;
}

export type Color = (typeof colors)[number];
export type Line = readonly Span[];

const colors = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "default"] as const;

interface Style {
  readonly color: Color;
  readonly isBold: boolean;
}

const plain: Style = { color: "default", isBold: false };
const sequence = /\u001b\[([0-9;]*)([A-Za-z])/g;

/** The lines of the text, each wrapped to the columns. Sequences that do not set a style are dropped. */
export function parseTerminal(text: string, columns: number): readonly Line[] {
  const lines: Line[] = [];
  let style = plain;
  for (const raw of text.split("\n")) {
    const parsed = parseLine(raw.replace(/\r/g, ""), style);
    style = parsed.style;
    lines.push(...wrap(parsed.spans, columns));
  }
  return lines;
}

function parseLine(raw: string, begin: Style): { readonly spans: Line; readonly style: Style } {
  const spans: Span[] = [];
  let style = begin;
  let from = 0;
  for (const match of raw.matchAll(sequence)) {
    if (match.index > from) spans.push({ text: raw.slice(from, match.index), ...style });
    if (match[2] === "m") style = styled(style, match[1] ?? "");
    from = match.index + match[0].length;
  }
  if (from < raw.length) spans.push({ text: raw.slice(from), ...style });
  return { spans, style };
}

/** The style after a "select graphic rendition" sequence with these parameters. */
function styled(before: Style, parameters: string): Style {
  const codes = parameters === "" ? [0] : parameters.split(";").map(Number);
  if (codes[0] === 38 && codes[1] === 5) return { ...before, color: indexed(codes[2] ?? 7) };
  return codes.reduce(withCode, before);
}

function withCode(style: Style, code: number): Style {
  if (code === 0) return plain;
  if (code === 1) return { ...style, isBold: true };
  if (code === 22) return { ...style, isBold: false };
  if (code === 39) return { ...style, color: "default" };
  if (code >= 30 && code <= 37) return { ...style, color: indexed(code - 30) };
  if (code >= 90 && code <= 97) return { ...style, color: indexed(code - 90) };
  return style;
}

/** One of the eight colours for an index of the 256-colour table; bright ones fall on their plain sisters. */
function indexed(index: number): Color {
  if (index < 16) return colors[index % 8] ?? "default";
  if (index >= 232) return "default";
  const [red, green, blue] = [Math.floor((index - 16) / 36), Math.floor((index - 16) / 6) % 6, (index - 16) % 6];
  const bit = (strength: number, value: number): number => (strength >= 3 ? value : 0);
  return colors[bit(red, 1) + bit(green, 2) + bit(blue, 4)] ?? "default";
}

function wrap(spans: Line, columns: number): readonly Line[] {
  const indent = " ".repeat(Math.min(12, /^ */.exec(spans.map(({ text }) => text).join(""))?.[0].length ?? 0));
  const lines: Span[][] = [[]];
  let width = 0;
  for (const word of spans.flatMap(words)) {
    if (width > 0 && width + word.text.trimEnd().length > columns) {
      lines.push([{ ...plain, text: indent }]);
      width = indent.length;
    }
    lines.at(-1)?.push(word);
    width += word.text.length;
  }
  return lines;
}

function words(span: Span): readonly Span[] {
  return (span.text.match(/\s*\S+\s?|\s+/g) ?? []).map((text) => ({ ...span, text }));
}
