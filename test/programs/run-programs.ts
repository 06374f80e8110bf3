/**
 * Runs every program beside this file under Pulumi's mocks, as first preview and as deployed, in a process of its own
 * since mocks are global, and prints what the recommended pack finds in each, as JSON.
 */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Level } from "../../lib/core/finding";
import { resolvePack } from "../../lib/core/pack";
import { Settings } from "../../lib/core/settings";
import { checkAll } from "../../lib/engine/outcome";
import { recommended } from "../../packs/presets";
import { policies } from "../../policies/registry";
import { type Program } from "../e2e/support";
import { mockedStack, runUnderMocks } from "../support/mocked-program";
import { type Shape } from "../support/program";

export interface ProgramFinding {
  readonly policy: string;
  readonly level: Level;
  readonly resource: string;
  readonly message: string;
}

export interface ProgramResult {
  readonly program: string;
  readonly shape: Shape;
  readonly findings: readonly ProgramFinding[];
  /** Policy, resource and property of each open question. */
  readonly undetermined: readonly string[];
}

/** Files beside the programs that are none. */
const others = /^(run-programs|.*\.test)\.js$/;

function nameOf(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}

/** A program's module: the program, and what its organization tells the pack of what lies outside the stack. */
interface ProgramModule {
  readonly default: Program;
  readonly settings?: Partial<Settings>;
}

function resultOf(program: string, settings: Settings, shape: Shape): ProgramResult {
  const stacks = { resource: mockedStack("resource", shape), stack: mockedStack("stack", shape) };
  const findings: ProgramFinding[] = [];
  const undetermined: string[] = [];
  for (const { policy, level } of resolvePack(recommended, policies).entries) {
    if (level === "disabled") continue;
    const stack = stacks[policy.on.scope];
    const config = policy.config?.parse({}) ?? {};
    const outcome = checkAll(policy, stack, { config, settings, now: stack.now });
    for (const { place, message, fix } of outcome.violations) {
      const resource = nameOf(place.urn);
      findings.push({ policy: policy.id, level, resource, message: `${message}. ${fix}` });
    }
    undetermined.push(...outcome.undetermined.map(({ place }) => `${policy.id} ${nameOf(place.urn)} ${place.path}`));
  }
  return { program, shape, findings, undetermined };
}

async function main(): Promise<void> {
  const results: ProgramResult[] = [];
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith(".js") && !others.test(name))) {
    const { default: program, settings } = require(join(__dirname, file)) as ProgramModule;
    for (const shape of ["preview", "deployed"] as const) {
      await runUnderMocks(() => program(aws, pulumi), shape);
      results.push(resultOf(file.replace(/\.js$/, ""), Settings.parse(settings ?? {}), shape));
    }
  }
  process.stdout.write(JSON.stringify(results));
}

if (require.main === module) void main();
