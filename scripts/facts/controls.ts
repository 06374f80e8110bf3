import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { format } from "prettier";

/**
 * Writes lib/core/controls.json from the merged list of public rule sets that may lie beside the checkout
 * (`../shared/facts/controls.json` and the table of one-line descriptions in `controls.md`).
 * Without those files nothing is written and `--check` passes: the committed facts stand.
 */
interface SourceControl {
  area: string;
  practice: number | null;
  seenInInputs: boolean;
  rules: Record<string, string[]>;
}

interface Source {
  asOf: string;
  controls: Record<string, SourceControl>;
}

const root = join(__dirname, "../../..");
const sourceFolder = join(root, "../shared/facts");
const target = join(root, "lib/core/controls.json");

/** The descriptions by control: rows of the form "| `control` | what | Y/P/N | ...". */
function descriptions(table: string): Map<string, string> {
  const rows = table.matchAll(/^\| `([^`]+)` \| (.*?) \| [YPN] \|/gm);
  return new Map([...rows].map(([, control = "", what = ""]) => [control, what]));
}

function compareKeys([left]: [string, unknown], [right]: [string, unknown]): number {
  return left < right ? -1 : 1;
}

function sorted<Value>(entries: Record<string, Value>): [string, Value][] {
  return Object.entries(entries).sort(compareKeys);
}

/** The text of the generated file; throws when a control has no description, so that none is lost silently. */
export async function controlsJson(source: Source, table: string): Promise<string> {
  const whats = descriptions(table);
  const controls = sorted(source.controls).map(
    ([control, { area, practice, seenInInputs, rules }]): [string, unknown] => {
      const what = whats.get(control);
      if (what === undefined) throw new Error(`control ${control} has no description in controls.md`);
      return [control, { what, area, practice, seenInInputs, rules: Object.fromEntries(sorted(rules)) }];
    },
  );
  const content = { asOf: source.asOf, controls: Object.fromEntries<unknown>(controls) };
  return format(JSON.stringify(content), { parser: "json", printWidth: 120 });
}

async function main(check: boolean): Promise<void> {
  if (!existsSync(join(sourceFolder, "controls.json"))) return;
  const source = JSON.parse(readFileSync(join(sourceFolder, "controls.json"), "utf8")) as Source;
  const text = await controlsJson(source, readFileSync(join(sourceFolder, "controls.md"), "utf8"));
  if (!check) {
    writeFileSync(target, text);
    return;
  }
  if (readFileSync(target, "utf8") === text) return;
  console.error("lib/core/controls.json is stale: run node dist/scripts/facts/controls.js");
  process.exitCode = 1;
}

if (require.main === module) void main(process.argv.includes("--check"));
