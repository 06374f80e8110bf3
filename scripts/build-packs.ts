import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type Plugin, build } from "esbuild";
import { type PackDefinition, resolvePack } from "../lib/core/pack";
import { describePack, describePolicies } from "../lib/crossguard/description";
import { packs } from "../packs";
import { policies } from "../policies/registry";
import { repositoryRoot as root } from "./root";

const bundles = join(root, "dist/bundle");
const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  name: string;
  version: string;
};

/**
 * Writes what the Pulumi CLI loads: trailguard in two files, since some hundred small ones take much longer to load on
 * every preview, and a folder per pack (`dist/packs/<name>`) that `--policy-pack` accepts. `serve.js` answers the CLI
 * with what the pack and its policies are (`pack.json`, `policies.json`); `trailguard.js` holds the policies and is loaded when they are needed.
 */
async function main(): Promise<void> {
  await bundle("serve.js", 'export { servePack } from "./lib/crossguard/serve";');
  await bundle("trailguard.js", 'export { packs } from "./packs"; export { analyzerOf } from "./packs/analyzer";');
  writeFileSync(join(bundles, "policies.json"), `${JSON.stringify(describePolicies(policies))}\n`);
  for (const [folder, definition] of Object.entries(packs)) writePack(folder, definition);
}

async function bundle(file: string, contents: string): Promise<void> {
  const { metafile } = await build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    outfile: join(bundles, file),
    bundle: true,
    platform: "node",
    target: "node20",
    minifyWhitespace: true, // less to read at every start
    lineLimit: 160, // a crash still names a line
    external: ["@pulumi/*"],
    plugins: [factsStayFiles],
    logLevel: "warning",
    metafile: true,
  });
  const notices = packagesIn(Object.keys(metafile.inputs)).map(noticeOf);
  if (notices.length > 0) writeFileSync(join(bundles, `${file}.licenses.txt`), notices.join("\n"));
}

function packagesIn(files: readonly string[]): string[] {
  const names = files.flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** The licence of a package that is part of the bundle: it asks to go where the code goes. */
function noticeOf(packageName: string): string {
  const folder = join(root, "node_modules", packageName);
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${packageName} is bundled and has no licence file`);
  return `${packageName}\n\n${readFileSync(join(folder, file), "utf8")}`;
}

/** Data is read at the first question that needs it, from its own file. */
const factsStayFiles: Plugin = {
  name: "facts-stay-files",
  setup(builder) {
    builder.onResolve({ filter: /\.json$/ }, ({ path, resolveDir }) => ({
      path: relative(bundles, join(resolveDir, path)).replaceAll("\\", "/"),
      external: true,
    }));
  },
};

function writePack(folder: string, definition: PackDefinition): void {
  const directory = join(root, "dist/packs", folder);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const manifest = { name: `${name}-${folder}`, version, main: "index.js", private: true };
  writeFileSync(join(directory, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(directory, "PulumiPolicy.yaml"), projectFile(definition.title));
  const description = describePack(resolvePack(definition, policies));
  writeFileSync(join(directory, "pack.json"), `${JSON.stringify(description, null, 2)}\n`);
  writeFileSync(join(directory, "index.js"), entryFile(folder));
}

function projectFile(title: string): string {
  return `description: ${JSON.stringify(title)}\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n`;
}

function entryFile(folder: string): string {
  return `"use strict";
const { servePack } = require("../../bundle/serve.js");
servePack(require("./pack.json"), require("../../bundle/policies.json"), (now) => {
  const { analyzerOf, packs } = require("../../bundle/trailguard.js");
  return analyzerOf(packs[${JSON.stringify(folder)}], now);
});
`;
}

void main();
