/**
 * Runs every example of every page under Pulumi's mocks, in a process of its own since mocks are global, and prints
 * what the page's policy found in each, as JSON.
 */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks";
import ts from "typescript";
import { type Policy } from "../../lib/core/policy";
import { type Resource, makeStack } from "../../lib/core/resource";
import { Settings } from "../../lib/core/settings";
import { checkAll } from "../../lib/engine/outcome";
import { policies } from "../../policies/registry";
import { materialise, placeOf, standInAccount } from "../../scripts/pulumi/resource-aws/arns";
import { checkedInputs } from "../../scripts/pulumi/resource-aws/check";
import { invoke } from "../../scripts/pulumi/resource-aws/invokes";
import { type WireMap } from "../../scripts/pulumi/resource-aws/wire";
import { type Example, examplesOf } from "./pages";

/** What an example came to: the messages of its policy, or why it could not be run. */
export interface ExampleResult extends Pick<Example, "policy" | "kind" | "line"> {
  readonly messages: readonly string[];
  readonly undetermined: number;
  readonly error?: string;
}

interface Registered {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: WireMap;
  readonly parent: string;
  readonly provider: string;
  readonly protect: boolean;
  readonly ignoreChanges: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** The part of Pulumi's request that mocks are not told of. */
interface RegisterRequest {
  getType(): string;
  getName(): string;
  getParent(): string;
  getProvider(): string;
  getProtect(): boolean;
  getIgnorechangesList(): string[];
  getPropertydependenciesMap(): Map<string, { getUrnsList(): string[] }>;
  getObject(): { toJavaScript(): unknown };
}

let registered: Registered[] = [];

function recordRegistrations(): void {
  const prototype = MockMonitor.prototype as unknown as {
    registerResource(this: unknown, request: RegisterRequest, callback: unknown): Promise<void>;
    newUrn(parent: string, type: string, name: string): string;
  };
  const original = prototype.registerResource;
  prototype.registerResource = function (request, callback) {
    const urn = prototype.newUrn.call(this, request.getParent(), request.getType(), request.getName());
    registered.push(registration(urn, request));
    return original.call(this, request, callback);
  };
}

function registration(urn: string, request: RegisterRequest): Registered {
  const dependencies = [...request.getPropertydependenciesMap().entries()].map(
    ([name, list]) => [name, list.getUrnsList()] as const,
  );
  return {
    urn,
    type: request.getType(),
    name: request.getName(),
    inputs: revealed(request.getObject().toJavaScript()) as WireMap,
    parent: request.getParent(),
    provider: request.getProvider(),
    protect: request.getProtect(),
    ignoreChanges: request.getIgnorechangesList(),
    propertyDependencies: Object.fromEntries(dependencies.filter(([, urns]) => urns.length > 0)),
  };
}

/** The value without Pulumi's wrapping of secrets and assets. */
function revealed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revealed);
  if (typeof value !== "object" || value === null) return value;
  const signature = (value as Record<string, unknown>)["4dabf18193072939515e22adb298388d"];
  if (signature === "1b47061264138c4ac30d75fd1eb44270") return revealed((value as Record<string, unknown>)["value"]);
  if (signature !== undefined) return {};
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, revealed(each)]));
}

function regionFor({ provider }: Registered): string {
  const declared = registered.find(({ urn }) => provider.startsWith(`${urn}::`));
  const region = declared?.inputs["region"];
  return typeof region === "string" ? region : "us-east-1";
}

/** The account of the role that the provider assumes; the stand-in account for the default provider. */
function accountFor(provider: string): string {
  const declared = registered.find(({ urn }) => provider.startsWith(`${urn}::`));
  const [, account] = /arn:aws:iam::(\d{12}):role/.exec(JSON.stringify(declared?.inputs ?? {})) ?? [];
  return account ?? standInAccount;
}

function checked(each: Registered): WireMap {
  const { __defaults, ...inputs } = checkedInputs({
    urn: each.urn,
    token: each.type,
    logicalName: each.name,
    olds: {},
    news: each.inputs,
  });
  return inputs;
}

function resourceOf(each: Registered, properties: WireMap): Resource {
  const region = regionFor(each);
  return {
    urn: each.urn,
    type: each.type,
    name: each.name,
    properties: properties,
    options: { protect: each.protect, ignoreChanges: each.ignoreChanges },
    provider: {
      urn: `provider-${region}-${accountFor(each.provider)}`,
      type: "pulumi:providers:aws",
      name: region,
      properties: { region },
    },
    ...(each.parent === "" ? {} : { parent: each.parent }),
    dependencies: [],
    propertyDependencies: each.propertyDependencies,
  };
}

async function run(example: Example, policy: Policy): Promise<ExampleResult> {
  const { kind, line } = example;
  registered = [];
  await pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs, id, custom, provider }) => {
      if (custom === false) return { id: undefined, state: {} };
      const news = revealed(inputs) as WireMap;
      const urn = `urn:pulumi:stack::project::${type}::${name}`;
      const { __defaults, ...filled } = checkedInputs({ urn, token: type, logicalName: name, olds: {}, news });
      const made = materialise(type, filled, {
        ...placeOf(urn, filled, "us-east-1"),
        account: accountFor(provider ?? ""),
      });
      return { id: id === undefined || id === "" ? made.id : id, state: made.state as Record<string, unknown> };
    },
    call: ({ token, inputs }) => invoke(token, inputs as WireMap, "us-east-1") ?? {},
  });
  try {
    await execute(example.code);
  } catch (error) {
    return { policy: policy.id, kind, line, messages: [], undetermined: 0, error: String(error) };
  }
  return { policy: policy.id, kind, line, ...verdict(policy, example.config) };
}

async function execute(code: string): Promise<void> {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
  });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the examples are our own pages
  const program = new Function("aws", "pulumi", "exports", outputText) as (...scope: unknown[]) => void;
  program(aws, pulumi, {});
  for (let settled = -1; settled !== registered.length;) {
    settled = registered.length;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await (pulumi.runtime as unknown as { waitForRPCs(): Promise<void> }).waitForRPCs();
  }
}

function verdict(policy: Policy, config: unknown): Pick<ExampleResult, "messages" | "undetermined"> {
  const own = registered.filter(({ type }) => type !== "pulumi:pulumi:Stack");
  const resources = own.map((each) => {
    const inputs = checked(each);
    return resourceOf(
      each,
      policy.on.scope === "resource"
        ? inputs
        : materialise(each.type, inputs, {
            ...placeOf(each.urn, inputs, regionFor(each)),
            account: accountFor(each.provider),
          }).state,
    );
  });
  const stack = makeStack({
    resources,
    project: "project",
    name: "stack",
    preview: false,
    now: new Date("2026-11-24T12:00:00Z"),
  });
  const outcome = checkAll(policy, stack, {
    config: policy.config?.parse(config) ?? {},
    settings: Settings.parse({ baseline: true, trustedAccounts: ["111122223333"] }),
    now: stack.now,
  });
  return { messages: outcome.violations.map(({ message }) => message), undetermined: outcome.undetermined.length };
}

async function main(): Promise<void> {
  recordRegistrations();
  const results: ExampleResult[] = [];
  for (const policy of policies) for (const example of examplesOf(policy.id)) results.push(await run(example, policy));
  console.log(JSON.stringify(results));
  process.exit(0);
}

if (require.main === module) void main();
