import type { Color, Line, Span } from "./terminal";

const columnWidth = 8.4;
const lineHeight = 19;
const margin = 20;
const titleHeight = 26;

const palette: Readonly<Record<Color, string>> = {
  black: "#6e7681",
  blue: "#79c0ff",
  cyan: "#56d4dd",
  default: "#e6edf3",
  green: "#7ee787",
  magenta: "#d2a8ff",
  red: "#ff7b72",
  white: "#f0f6fc",
  yellow: "#f2cc60",
};

/** A picture of a terminal that shows these lines. The title is read aloud by screen readers. */
export function terminalPicture(lines: readonly Line[], columns: number, title: string): string {
  const width = Math.ceil(columns * columnWidth + 2 * margin);
  const height = lines.length * lineHeight + 2 * margin + titleHeight;
  const text = lines.map((line, index) => textLine(line, titleHeight + margin + (index + 0.75) * lineHeight));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="10" fill="#0d1117"/>`,
    ...["#ff5f57", "#febc2e", "#28c840"].map(
      (fill, index) => `<circle cx="${margin + 4 + index * 20}" cy="22" r="6" fill="${fill}"/>`,
    ),
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" xml:space="preserve">`,
    ...text.filter((line) => line !== ""),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

function textLine(line: Line, y: number): string {
  const spans = line.map(textSpan).join("");
  return spans === "" ? "" : `<text x="${margin}" y="${y}" fill="${palette.default}">${spans}</text>`;
}

function textSpan({ text, color, isBold }: Span): string {
  const attributes = [color === "default" ? "" : ` fill="${palette[color]}"`, isBold ? ' font-weight="bold"' : ""].join(
    "",
  );
  return attributes === "" ? escaped(text) : `<tspan${attributes}>${escaped(text)}</tspan>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
