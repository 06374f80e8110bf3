/**
 * Runs the real `pulumi preview` of `examples/insecure` with this pack, and then of its repaired twin. Exits with 0 only
 * if the first was stopped by the expected findings and the second passes. Then deploys `examples/baseline` to the
 * stand-in, and shows that every event of the catalogue would ring.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type AlarmVerdict } from "../lib/aws/alarms/report";
import { missingFindings } from "./demo/expected";
import { reportToStderr, withProgress } from "./progress";
import { CliUnavailable, resolveCli, type PulumiCli } from "./pulumi/cli";
import { PulumiWorkspace, type RunResult } from "./pulumi/workspace";
import { repositoryRoot } from "./root";

export type Example = "insecure" | "secure" | "baseline";

/** One preview of an example with the pack of this checkout, in colour where asked for. */
export async function previewExample(cli: PulumiCli, example: Example, color: "always" | "never"): Promise<RunResult> {
  const workspace = workspaceOf(cli, example);
  try {
    return await withProgress(`previewing examples/${example}`, reportToStderr, () =>
      workspace.preview({ policyPacks: [repositoryRoot], arguments: [`--color=${color}`] }),
    );
  } finally {
    workspace.dispose();
  }
}

function workspaceOf(cli: PulumiCli, example: Example): PulumiWorkspace {
  const compiled = join(repositoryRoot, "dist", "examples", example, "index.js");
  const program = `module.exports = require(${JSON.stringify(compiled)});\n`;
  return new PulumiWorkspace({ cli, program, project: example });
}

function show(example: Example, { stdout }: RunResult): void {
  console.log(`\n$ pulumi preview --policy-pack .   # examples/${example}\n`);
  console.log(stdout.trimEnd());
}

function mandatory(result: RunResult): RunResult["violations"] {
  return result.violations.filter(({ enforcementLevel }) => enforcementLevel === "mandatory");
}

async function insecureIsStopped(cli: PulumiCli): Promise<boolean> {
  const result = await previewExample(cli, "insecure", colorOfTerminal());
  show("insecure", result);
  const missing = missingFindings(mandatory(result));
  if (result.exitCode !== 0 && missing.length === 0) {
    console.log(`\nThe preview was stopped, as it should be: ${mandatory(result).length} mandatory findings.`);
    return true;
  }
  const trouble = result.exitCode === 0 ? "was NOT stopped" : "failed, but NOT by all of the expected findings";
  console.log(`\nThe preview ${trouble}.`);
  for (const { policy, resource } of missing) console.log(`Missing: ${policy} for \`${resource}\`.`);
  console.log(result.stderr.trimEnd());
  return false;
}

async function secureIsPassed(cli: PulumiCli): Promise<boolean> {
  const result = await previewExample(cli, "secure", colorOfTerminal());
  show("secure", result);
  const passed = result.exitCode === 0 && mandatory(result).length === 0;
  console.log(
    passed ? "\nThe repaired twin passes." : `\nThe repaired twin does NOT pass.\n${result.stderr.trimEnd()}`,
  );
  return passed;
}

/** Deploys the baseline to the stand-in with the `strict` pack, and shows what every detection comes to. */
async function baselineRings(cli: PulumiCli): Promise<boolean> {
  const workspace = workspaceOf(cli, "baseline");
  const report = join(mkdtempSync(join(tmpdir(), "trailguard-demo-")), "report.json");
  try {
    const result = await withProgress("deploying examples/baseline to the stand-in", reportToStderr, () =>
      workspace.up({
        policyPacks: [join(repositoryRoot, "dist/packs/strict")],
        policyPackConfigs: [{ "trailguard-settings": { baseline: true } }],
        environment: { TRAILGUARD_REPORT: report },
      }),
    );
    const passed = result.exitCode === 0 && mandatory(result).length === 0;
    if (!passed) console.log(`\nThe baseline does NOT pass strict.\n${result.stdout}${result.stderr}`);
    return passed && showAlarms(report);
  } finally {
    workspace.dispose();
    rmSync(dirname(report), { recursive: true, force: true });
  }
}

function showAlarms(report: string): boolean {
  const { alarms } = JSON.parse(readFileSync(report, "utf8")) as { readonly alarms: readonly AlarmVerdict[] };
  console.log("\nexamples/baseline passes strict. What would happen on the day, event by event:\n");
  for (const detection of [...new Set(alarms.map((each) => each.detection))]) {
    const own = alarms.filter((each) => each.detection === detection);
    const others = own.filter(({ verdict }) => verdict !== "rings");
    const word = others[0]?.verdict.toUpperCase() ?? "rings";
    console.log(`  ${word}  ${detection}: ${own.length - others.length} of ${own.length} events ring`);
  }
  const silent = alarms.filter(({ verdict }) => verdict !== "rings");
  console.log(`\n${alarms.length - silent.length} of ${alarms.length} events would ring.`);
  return silent.length === 0;
}

function colorOfTerminal(): "always" | "never" {
  return process.stdout.isTTY && process.env.NO_COLOR === undefined ? "always" : "never";
}

async function main(): Promise<void> {
  console.log("No AWS account and no Pulumi account is used: a stand-in plays the AWS provider (scripts/pulumi).");
  try {
    const cli = await resolveCli(reportToStderr);
    const stopped = await insecureIsStopped(cli);
    const passed = await secureIsPassed(cli);
    const rings = await baselineRings(cli);
    process.exitCode = stopped && passed && rings ? 0 : 1;
  } catch (reason) {
    if (!(reason instanceof CliUnavailable)) throw reason;
    console.error(`The demo needs the Pulumi CLI, and ${reason.message}.`);
    process.exitCode = 1;
  }
}

if (require.main === module) void main();
