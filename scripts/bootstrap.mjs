// Plain Node without dependencies: it is what runs before there are any.
//
//   node scripts/bootstrap.mjs install            the dependencies only
//   node scripts/bootstrap.mjs build              the dependencies and dist/
//   node scripts/bootstrap.mjs <script> [args]    both, then dist/scripts/<script>.js
//
// All that it says goes to stderr, so that a script's stdout is the script's own.
import { spawn } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = [20, 19];
const stamp = join(root, ".cache", "built");
const sourceFolders = ["bench", "cli", "examples", "lib", "packs", "policies", "scripts", "test"];
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

class Failure extends Error {}

function say(line) {
  process.stderr.write(`${line}\n`);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Failure(`trailguard needs Node ${oldestNode.join(".")} or newer, and this is ${process.versions.node}.`);
}

/** Runs a program quietly, with a line of progress after two seconds and every fifteen; gives its last words. */
function quietly(what, executable, args) {
  const begin = Date.now();
  const child = spawn(executable, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => said.push(chunk));
  const first = setTimeout(() => say(`${what} ...`), 2_000);
  const again = setInterval(() => say(`${what} ... ${Math.round((Date.now() - begin) / 1_000)} s`), 15_000);
  return new Promise((resolve) => {
    const end = (code, words) => {
      clearTimeout(first);
      clearInterval(again);
      resolve({ code, words });
    };
    child.once("error", (error) => end(127, error.message));
    child.once("close", (code) => end(code ?? 1, Buffer.concat(said).toString().trim()));
  });
}

function modified(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

/** A linked node_modules belongs to somebody else and is left alone. */
function needsInstall() {
  const modules = join(root, "node_modules");
  if (!existsSync(modules)) return true;
  if (lstatSync(modules).isSymbolicLink()) return false;
  return modified(join(modules, ".package-lock.json")) < modified(join(root, "package-lock.json"));
}

async function install() {
  if (!needsInstall()) return;
  const { code, words } = await quietly("installing the dependencies", npm, ["ci", "--no-audit", "--no-fund"]);
  if (code === 0) return;
  say(words);
  throw new Failure("The dependencies could not be installed: `npm ci` failed, with the reason above.");
}

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

function newestSource() {
  const single = ["package.json", "package-lock.json", "tsconfig.json"].map((name) => join(root, name));
  const folders = sourceFolders.map((name) => join(root, name)).filter(existsSync);
  const sources = folders.flatMap((folder) => [...files(folder)]).filter((path) => /\.(ts|json|yaml)$/.test(path));
  return Math.max(...[...single, ...sources].map(modified));
}

/** Compiled files whose source is gone would otherwise still be run as tests. */
function removeOrphans() {
  const folder = join(root, "dist", "test");
  if (!existsSync(folder)) return;
  for (const path of files(folder)) {
    const source = relative(join(root, "dist"), path).replace(/(\.d)?\.[jt]s$/, ".ts");
    if (!existsSync(join(root, source))) rmSync(path);
  }
}

async function build() {
  const began = new Date();
  if (modified(stamp) > newestSource() && existsSync(join(root, "dist"))) return;
  if (!existsSync(join(root, "dist"))) rmSync(join(root, ".cache", "tsconfig.tsbuildinfo"), { force: true });
  removeOrphans();
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  await step("compiling", [compiler, "--project", root], "tsc");
  const packs = join(root, "dist", "scripts", "build-packs.js");
  if (existsSync(packs)) await step("writing the packs", [packs], "scripts/build-packs.ts");
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, "");
  utimesSync(stamp, began, began);
}

async function step(what, args, name) {
  const { code, words } = await quietly(what, process.execPath, args);
  if (code === 0) return;
  say(words);
  throw new Failure(`The build failed: \`${name}\` reported the errors above.`);
}

/** Hands over to a compiled script; its exit code is ours. */
function run(name, args) {
  const script = join(root, "dist", "scripts", `${name}.js`);
  if (!existsSync(script)) throw new Failure(`There is no script \`${name}\`: scripts/${name}.ts does not exist.`);
  const child = spawn(process.execPath, [script, ...args], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

async function main([command = "build", ...args]) {
  checkNode();
  await install();
  if (command === "install") return 0;
  await build();
  return command === "build" ? 0 : run(command, args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  say(error.message);
  process.exitCode = 1;
}
