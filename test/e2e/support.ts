/**
 * Helpers for tests through the real Pulumi CLI, with the stand-in for AWS of `scripts/pulumi`.
 *
 * A program is a function of the two SDKs whose return value becomes the stack's outputs. It is run in another process,
 * from its text: it can use nothing from around it.
 */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020";
import { Report } from "../../lib/engine/report";
import { CliUnavailable, resolveCli, type PulumiCli } from "../../scripts/pulumi/cli";
import { PulumiWorkspace, type RunOptions, type RunResult } from "../../scripts/pulumi/workspace";
import { reportToStderr } from "../../scripts/progress";
import { repositoryRoot } from "../../scripts/root";

type Aws = typeof import("@pulumi/aws");
type Pulumi = typeof import("@pulumi/pulumi");
export type Program = (aws: Aws, pulumi: Pulumi) => unknown;

export interface StackOptions {
  /** The stack's configuration with full keys, as `trailguard:exceptions`. The region is `eu-central-1` by default. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** The folder of the policy pack; this checkout's own pack where absent. */
  readonly pack?: string;
  /** The pack's configuration, by policy name. */
  readonly packConfig?: Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string>>;
}

const testTimeoutMilliseconds = 60_000;
let resolved: Promise<PulumiCli> | undefined;

function cli(): Promise<PulumiCli> {
  return (resolved ??= resolveCli(reportToStderr));
}

/** A suite that needs the CLI: skipped with the reason where there is none, failing instead under CI=true. */
export function describeWithCli(title: string, body: () => void): void {
  const suite = describe(title, function () {
    this.timeout(testTimeoutMilliseconds);
    this.slow(testTimeoutMilliseconds);
    before(async function () {
      this.timeout(0);
      try {
        await cli();
      } catch (reason) {
        if (!(reason instanceof CliUnavailable) || process.env.CI === "true") throw reason;
        suite.title = `${title} (${reason.message})`;
        this.skip();
      }
    });
    body();
  });
}

function textOf(program: Program): string {
  return `module.exports = (${program.toString()})(require("@pulumi/aws"), require("@pulumi/pulumi")) ?? {};\n`;
}

function runOptions({ pack, packConfig, environment }: StackOptions): RunOptions {
  return {
    policyPacks: [pack ?? repositoryRoot],
    ...(packConfig === undefined ? {} : { policyPackConfigs: [packConfig] }),
    ...(environment === undefined ? {} : { environment }),
  };
}

/** Gives a fresh workspace of the program to `use`, and removes it afterwards. */
export function withWorkspace<Result>(
  program: Program,
  options: Pick<StackOptions, "config">,
  use: (workspace: PulumiWorkspace) => Promise<Result>,
): Promise<Result> {
  return withProgramText(textOf(program), options, use);
}

/** The same for a program that is given as the text of a CommonJS module. */
export async function withProgramText<Result>(
  program: string,
  options: Pick<StackOptions, "config">,
  use: (workspace: PulumiWorkspace) => Promise<Result>,
): Promise<Result> {
  const workspace = new PulumiWorkspace({
    cli: await cli(),
    program,
    project: "example",
    ...(options.config === undefined ? {} : { config: options.config }),
  });
  try {
    return await use(workspace);
  } finally {
    workspace.dispose();
  }
}

/** One `pulumi preview` of the program with the policy pack. */
export function previewWithPack(program: Program, options: StackOptions = {}): Promise<RunResult> {
  return withWorkspace(program, options, (workspace) => workspace.preview(runOptions(options)));
}

/** One `pulumi up` of the program with the policy pack. */
export function upWithPack(program: Program, options: StackOptions = {}): Promise<RunResult> {
  return withWorkspace(program, options, (workspace) => workspace.up(runOptions(options)));
}

/** The folder of a policy pack with this text as its entry: a CommonJS module that serves a `PolicyPack`. */
export function inlinePack(source: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "trailguard-pack-")));
  writeFileSync(join(folder, "index.js"), source);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "inline", version: "0.0.1", main: "index.js" }));
  writeFileSync(join(folder, "PulumiPolicy.yaml"), "runtime:\n  name: nodejs\n  options: { typescript: false }\n");
  symlinkSync(realpathSync(join(repositoryRoot, "node_modules")), join(folder, "node_modules"));
  return folder;
}

/** A path for the report of a run. */
export function reportPath(): string {
  return join(mkdtempSync(join(tmpdir(), "trailguard-report-")), "report.json");
}

/** The report that a run left behind, held against its JSON Schema. */
export function readReport(file: string): Report {
  const report: unknown = JSON.parse(readFileSync(file, "utf8"));
  const schema = JSON.parse(readFileSync(join(repositoryRoot, "docs/report.schema.json"), "utf8")) as object;
  const validate = new Ajv2020({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
  assert.ok(validate(report), JSON.stringify(validate.errors?.slice(0, 5)));
  return Report.parse(report);
}
