import { accessSync, chmodSync, constants, mkdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { execute } from "../execute";
import { withProgress, type Report } from "../progress";
import { repositoryRoot } from "../root";

/** The version that is fetched or built where no new enough one is on PATH. */
export const wantedVersion = "3.259.0";
/** The oldest version whose language host runs policy packs as this project's tests expect it. */
const oldestVersion = "3.200.0";
const downloadHost = "https://get.pulumi.com/";

export type CliSource = "path" | "cache" | "npm" | "go";

export interface PulumiCli {
  readonly executable: string;
  readonly version: string;
  readonly source: CliSource;
  /** True where the Node language host that belongs to the CLI lies beside it. */
  readonly hasLanguageHost: boolean;
}

/** No CLI can be had: the message is one sentence that says what was tried. */
export class CliUnavailable extends Error {
  override readonly name = "CliUnavailable";
}

type Attempt = PulumiCli | { readonly failure: string };

/**
 * The Pulumi CLI: `pulumi` on PATH, else the copy of an earlier run, else Pulumi's npm package, else a build from Go
 * modules. Says which one is used. Rejects with `CliUnavailable` where none can be had.
 */
export async function resolveCli(report: Report): Promise<PulumiCli> {
  const failures: string[] = [];
  for (const attempt of [fromPath, fromCache, fromNpm, fromGo]) {
    const found = await attempt(report);
    if ("executable" in found) {
      report(`using Pulumi ${found.version} ${describe(found)}`);
      return found;
    }
    failures.push(found.failure);
  }
  throw new CliUnavailable(`no Pulumi CLI could be had: ${failures.join("; ")}`);
}

function describe(cli: PulumiCli): string {
  switch (cli.source) {
    case "path":
      return `from PATH (${cli.executable})`;
    case "cache":
      return `from the cache (${cli.executable})`;
    case "npm":
      return `downloaded by the npm package \`pulumi\` (${cli.executable})`;
    case "go":
      return `built from Go modules (${cli.executable})`;
  }
}

/** Outside the checkout, so that a fresh clone need not build again; one folder per version. */
function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  return join(base, "trailguard", `pulumi-${wantedVersion}`);
}

function npmFolder(): string {
  return join(cacheFolder(), "npm");
}

function builtCli(): string {
  return join(cacheFolder(), executableName("pulumi"));
}

function downloadedCli(): string {
  return join(npmFolder(), "versions", wantedVersion, "bin", executableName("pulumi"));
}

function executableName(name: string): string {
  return process.platform === "win32" ? `${name}.exe` : name;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function fromPath(): Promise<Attempt> {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const executable = folders.map((folder) => join(folder, executableName("pulumi"))).find(isExecutable);
  if (executable === undefined) return { failure: "no `pulumi` on PATH" };
  const version = await versionOf(executable);
  if (version === undefined) return { failure: `\`${executable}\` on PATH does not tell its version` };
  if (isOlder(version, oldestVersion)) {
    return { failure: `Pulumi ${version} on PATH is older than ${oldestVersion}` };
  }
  return cliAt(executable, version, "path");
}

async function fromCache(): Promise<Attempt> {
  for (const executable of [builtCli(), downloadedCli()].filter(isExecutable)) {
    const version = await versionOf(executable);
    if (version !== undefined) return cliAt(executable, version, "cache");
  }
  return { failure: "no copy in the cache" };
}

/** Pulumi's own wrapper: it downloads the CLI and its language hosts into PULUMI_HOME. */
async function fromNpm(report: Report): Promise<Attempt> {
  if (!(await isReachable(downloadHost))) {
    report("Pulumi's download site cannot be reached: building the CLI from Go modules instead");
    return { failure: "Pulumi's download site cannot be reached" };
  }
  mkdirSync(npmFolder(), { recursive: true });
  const { exitCode, stderr } = await withProgress("downloading the Pulumi CLI with its npm package", report, () =>
    execute({
      executable: process.platform === "win32" ? "npm.cmd" : "npm",
      arguments: ["exec", "--yes", `--package=pulumi@${wantedVersion}`, "--", "pulumi", "version"],
      environment: { ...process.env, PULUMI_HOME: npmFolder(), PULUMI_SKIP_UPDATE_CHECK: "true" },
      directory: npmFolder(),
      timeoutMilliseconds: 300_000,
    }),
  );
  const executable = downloadedCli();
  if (exitCode === 0 && isExecutable(executable)) return cliAt(executable, wantedVersion, "npm");
  report("the npm package `pulumi` could not bring the CLI: building it from Go modules instead");
  return { failure: `the npm package \`pulumi\` could not download it (${lastLine(stderr)})` };
}

async function isReachable(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(5_000) });
    return true;
  } catch {
    return false;
  }
}

async function fromGo(report: Report): Promise<Attempt> {
  const go = await execute({ executable: "go", arguments: ["version"], timeoutMilliseconds: 30_000 });
  if (go.exitCode !== 0) return { failure: "no `go` on PATH to build it with" };
  mkdirSync(cacheFolder(), { recursive: true });
  const unfinished = `${builtCli()}.${process.pid}`;
  const what = "building the Pulumi CLI from Go modules (about five minutes, once)";
  const { exitCode, stderr } = await withProgress(what, report, () => buildWithGo(unfinished));
  if (exitCode !== 0) {
    rmSync(unfinished, { force: true });
    return { failure: `the build from Go modules failed (${lastLine(stderr)})` };
  }
  chmodSync(unfinished, 0o755);
  renameSync(unfinished, builtCli());
  return cliAt(builtCli(), wantedVersion, "go");
}

function buildWithGo(output: string): ReturnType<typeof execute> {
  const flags = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${wantedVersion}`;
  return execute({
    executable: "go",
    arguments: ["build", "-o", output, "-ldflags", flags, "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"],
    environment: { ...process.env, CGO_ENABLED: "0", GOFLAGS: "-mod=readonly", GOWORK: "off" },
    directory: join(repositoryRoot, "scripts", "pulumi", "go"),
    timeoutMilliseconds: 1_800_000,
  });
}

function cliAt(executable: string, version: string, source: CliSource): PulumiCli {
  const host = join(dirname(executable), executableName("pulumi-language-nodejs"));
  return { executable, version, source, hasLanguageHost: isExecutable(host) };
}

async function versionOf(executable: string): Promise<string | undefined> {
  const { exitCode, stdout } = await execute({
    executable,
    arguments: ["version"],
    environment: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    timeoutMilliseconds: 60_000,
  });
  const version = /^v?(\d+\.\d+\.\d+)/.exec(stdout.trim())?.[1];
  return exitCode === 0 ? version : undefined;
}

function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, "en", { numeric: true }) < 0;
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
