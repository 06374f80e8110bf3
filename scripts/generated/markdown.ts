import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { repositoryRoot as root } from "../root";

const endOfHeader = "<!-- end of the generated header -->";

/** The page with a fresh header; what is written by hand below the header stays. */
export function pageWith(page: string, header: string): Promise<string> {
  const file = join(root, page);
  const current = existsSync(file) ? readFileSync(file, "utf8") : "";
  const at = current.indexOf(endOfHeader);
  const byHand = at < 0 ? "" : current.slice(at + endOfHeader.length);
  return formatted(`${header}\n\n${endOfHeader}${byHand}`);
}

export function formatted(markdown: string): Promise<string> {
  return format(markdown, { parser: "markdown", printWidth: 120, proseWrap: "preserve" });
}

/** A text as the cell of a table. */
export function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
