/**
 * Runs every example of every page under Pulumi's mocks, in a process of its own since mocks are global, and prints
 * what the page's policy found in each, as JSON.
 */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import ts from "typescript";
import { type Policy } from "../../lib/core/policy";
import { Settings } from "../../lib/core/settings";
import { checkAll } from "../../lib/engine/outcome";
import { policies } from "../../policies/registry";
import { mockedStack, runUnderMocks } from "../support/mocked-program";
import { type Example, examplesOf } from "./pages";

/** What an example came to: the messages of its policy, or why it could not be run. */
export interface ExampleResult extends Pick<Example, "policy" | "kind" | "line"> {
  readonly messages: readonly string[];
  readonly undetermined: number;
  readonly error?: string;
}

async function run(example: Example, policy: Policy): Promise<ExampleResult> {
  const { kind, line } = example;
  try {
    await runUnderMocks(() => execute(example.code), "deployed");
  } catch (error) {
    return { policy: policy.id, kind, line, messages: [], undetermined: 0, error: String(error) };
  }
  return { policy: policy.id, kind, line, ...verdict(policy, example.config) };
}

function execute(code: string): void {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
  });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the examples are our own pages
  const program = new Function("aws", "pulumi", "exports", outputText) as (...scope: unknown[]) => void;
  program(aws, pulumi, {});
}

function verdict(policy: Policy, config: unknown): Pick<ExampleResult, "messages" | "undetermined"> {
  const stack = mockedStack(policy.on.scope, "deployed");
  const outcome = checkAll(policy, stack, {
    config: policy.config?.parse(config) ?? {},
    settings: Settings.parse({ baseline: true, trustedAccounts: ["111122223333"] }),
    now: stack.now,
  });
  return { messages: outcome.violations.map(({ message }) => message), undetermined: outcome.undetermined.length };
}

async function main(): Promise<void> {
  const results: ExampleResult[] = [];
  for (const policy of policies) for (const example of examplesOf(policy.id)) results.push(await run(example, policy));
  console.log(JSON.stringify(results));
  process.exit(0);
}

if (require.main === module) void main();
