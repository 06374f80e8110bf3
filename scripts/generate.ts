import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { policies } from "../policies/registry";
import { generatedFiles } from "./generated/files";
import { registryText } from "./generated/registry";
import { repositoryRoot as root } from "./root";

/**
 * Writes what is made from other files: the registry, the headers of the policies' pages, the listings of packs.
 * With `--check` nothing is written, and what differs is named. The registry comes first, since the rest is made
 * from the policies that it lists.
 */
async function main(check: boolean): Promise<number> {
  const registry = new Map([["policies/registry.ts", await registryText()]]);
  const registryDiffers = settle(registry, check);
  if (registryDiffers.length > 0 && !check) {
    console.error("policies/registry.ts has changed: build and generate once more");
    return 0;
  }
  const files = await generatedFiles(policies);
  const stale = staleFiles(files);
  if (!check) for (const file of stale) rmSync(join(root, file));
  const differing = [...registryDiffers, ...settle(files, check), ...stale];
  if (!check || differing.length === 0) return 0;
  console.error(`not as generated: ${differing.join(", ")}; run \`npm run generate\` and commit`);
  return 1;
}

/** Writes, or with `check` only compares; returns the files that were not as they should be. */
function settle(files: ReadonlyMap<string, string>, check: boolean): string[] {
  const differing = [...files].filter(([file, text]) => readIfThere(join(root, file)) !== text);
  if (check) return differing.map(([file]) => file);
  for (const [file, text] of differing) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return differing.map(([file]) => file);
}

/** Listings of packs that are no more. */
function staleFiles(files: ReadonlyMap<string, string>): string[] {
  const folder = join(root, "test/packs");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => `test/packs/${name}`)
    .filter((file) => !files.has(file));
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

void main(process.argv.includes("--check")).then((code) => {
  process.exitCode = code;
});
