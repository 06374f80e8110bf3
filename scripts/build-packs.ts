import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { type Plugin, build } from "esbuild";
import { packs } from "../packs";
import { repositoryRoot as root } from "./root";

const bundle = join(root, "dist/bundle/trailguard.js");
const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  name: string;
  version: string;
};

/**
 * Writes what the Pulumi CLI loads: all of trailguard in one file, since some hundred small ones take much longer to
 * load on every preview, and a folder per pack (`dist/packs/<name>`) that `--policy-pack` accepts.
 */
async function main(): Promise<void> {
  await build({
    stdin: {
      contents: 'export { packs } from "./packs";\nexport { serve } from "./packs/serve";\n',
      resolveDir: root,
      loader: "ts",
    },
    outfile: bundle,
    bundle: true,
    platform: "node",
    target: "node20",
    minifyWhitespace: true, // less to read at every start
    lineLimit: 160, // a crash still names a line
    external: ["@pulumi/*"],
    plugins: [factsStayFiles],
    logLevel: "warning",
  });
  for (const [folder, definition] of Object.entries(packs)) writePack(folder, definition.title);
}

/** Data is read at the first question that needs it, from its own file. */
const factsStayFiles: Plugin = {
  name: "facts-stay-files",
  setup(builder) {
    builder.onResolve({ filter: /\.json$/ }, ({ path, resolveDir }) => ({
      path: relative(dirname(bundle), join(resolveDir, path)).replaceAll("\\", "/"),
      external: true,
    }));
  },
};

function writePack(folder: string, title: string): void {
  const directory = join(root, "dist/packs", folder);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const manifest = { name: `${name}-${folder}`, version, main: "index.js", private: true };
  writeFileSync(join(directory, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(directory, "PulumiPolicy.yaml"), projectFile(title));
  writeFileSync(join(directory, "index.js"), entryFile(folder));
}

function projectFile(title: string): string {
  return `description: ${JSON.stringify(title)}\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n`;
}

function entryFile(folder: string): string {
  return `"use strict";\nconst { packs, serve } = require("../../bundle/trailguard.js");\nserve(packs[${JSON.stringify(folder)}]);\n`;
}

void main();
