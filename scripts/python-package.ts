import { execFile } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** A release of a package of Python. */
export interface PythonPackage {
  readonly name: string;
  readonly version: string;
  /** As in `moto[server]`. */
  readonly extra?: string;
}

/** Where the Python is that has the package, or why there is none. */
export type PythonInstall =
  { readonly kind: "installed"; readonly path: string } | { readonly kind: "unavailable"; readonly reason: string };

const run = promisify(execFile);
const minute = 60_000;

/** Installs the package once for this user, in an environment of its own outside of the checkout. */
export async function installPythonPackage({ name, version, extra }: PythonPackage): Promise<PythonInstall> {
  const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  const home = join(cache, "trailguard", `${name}-${version}`);
  const path = join(home, "bin", "python");
  const complete = join(home, "complete");
  if (existsSync(complete)) return { kind: "installed", path };
  const requirement = `${name}${extra === undefined ? "" : `[${extra}]`}==${version}`;
  try {
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    await run("python3", ["-m", "venv", home], { timeout: 2 * minute });
    await run(path, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", requirement], {
      timeout: 5 * minute,
    });
    writeFileSync(complete, "");
  } catch (error) {
    return { kind: "unavailable", reason: `${name} could not be installed: ${firstLine(error)}` };
  }
  return { kind: "installed", path };
}

function firstLine(error: unknown): string {
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return line;
}
