/**
 * Writes `docs/demo.svg`: what a terminal shows of a real `pulumi preview` of `examples/insecure` with this pack. The
 * list of resources is left out, and a long list of findings is cut with a mark that says how much is missing.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { previewExample } from "./demo";
import { terminalPicture } from "./picture/svg";
import { parseTerminal } from "./picture/terminal";
import { reportToStderr } from "./progress";
import { resolveCli } from "./pulumi/cli";
import { repositoryRoot } from "./root";

const columns = 116;
const shownLines = 42;
const target = join(repositoryRoot, "docs", "demo.svg");

/** The part of the output that is about policies, with the checkout's path as a reader would have typed it. */
export function policiesPart(output: string): string {
  const lines = output.replaceAll(repositoryRoot, "./trailguard").split("\n");
  const begin = lines.findIndex((line) => line.includes("Policies:"));
  if (begin < 0) throw new Error(`the preview shows no policies:\n${output}`);
  const end = lines.findIndex((line, index) => index > begin && line.includes("Diagnostics:"));
  return lines
    .slice(begin, end < 0 ? undefined : end)
    .join("\n")
    .trimEnd();
}

async function main(): Promise<void> {
  const result = await previewExample(await resolveCli(reportToStderr), "insecure", "always");
  const prompt = "\u001b[32m$\u001b[0m pulumi preview --policy-pack ./trailguard\n\n";
  const lines = parseTerminal(`${prompt}${policiesPart(result.stdout)}`, columns);
  const further = lines.length - shownLines;
  const shown =
    further > 0
      ? [...lines.slice(0, shownLines), ...parseTerminal(`\n    ... ${further} further lines`, columns)]
      : lines;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, terminalPicture(shown, columns, "pulumi preview, stopped by trailguard's findings"));
}

if (require.main === module) void main();
