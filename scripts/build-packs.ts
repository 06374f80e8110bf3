import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packs } from "../packs";
import { repositoryRoot as root } from "./root";

const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  name: string;
  version: string;
};

/** Writes a folder per pack into `dist/packs/<name>` that `--policy-pack` accepts. */
function main(): void {
  for (const [folder, definition] of Object.entries(packs)) {
    const directory = join(root, "dist/packs", folder);
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    const manifest = { name: `${name}-${folder}`, version, main: "index.js", private: true };
    writeFileSync(join(directory, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    writeFileSync(join(directory, "PulumiPolicy.yaml"), projectFile(definition.title));
    writeFileSync(join(directory, "index.js"), entryFile(folder));
  }
}

function projectFile(title: string): string {
  return `description: ${JSON.stringify(title)}\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n`;
}

function entryFile(folder: string): string {
  return `"use strict";\nrequire("../serve").serve(require("..").packs[${JSON.stringify(folder)}]);\n`;
}

main();
