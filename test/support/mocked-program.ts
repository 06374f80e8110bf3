/** Runs Pulumi programs under Pulumi's mocks, with the stand-in's facts of AWS. Mocks are global: one program at a time, in a process of its own. */
import { unknownCheckingProxy } from "@pulumi/policy";
import * as pulumi from "@pulumi/pulumi";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks";
import { type PropertyMap } from "../../lib/core/properties";
import { type Resource, type Stack, makeStack } from "../../lib/core/resource";
import { plainProperties } from "../../lib/crossguard/properties";
import {
  type Place,
  foreseen,
  materialise,
  placeOf,
  standInAccount,
  standInRegion,
  stateOfId,
} from "../../scripts/pulumi/resource-aws/arns";
import { checkedInputs } from "../../scripts/pulumi/resource-aws/check";
import { invoke } from "../../scripts/pulumi/resource-aws/invokes";
import { type WireMap, reveal, unknownSentinel } from "../../scripts/pulumi/resource-aws/wire";
import { type Shape } from "./program";

/** A resource as the program registered it. */
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
let recording = false;

function recordRegistrations(): void {
  if (recording) return;
  recording = true;
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

const signatureKey = "4dabf18193072939515e22adb298388d";
const resourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";

/** The value without Pulumi's wrapping of secrets and assets; a reference to a resource becomes its id, as providers get it. */
function revealed(value: unknown): unknown {
  const bare = reveal(value as WireMap);
  if (Array.isArray(bare)) return bare.map(revealed);
  if (typeof bare !== "object" || bare === null) return bare;
  const signature = (bare as WireMap)[signatureKey];
  if (signature === resourceSignature) return (bare as WireMap)["id"] ?? unknownSentinel;
  if (signature !== undefined) return {};
  return Object.fromEntries(Object.entries(bare).map(([key, each]) => [key, revealed(each)]));
}

function regionOf(provider: string): string {
  const declared = registered.find(({ urn }) => provider.startsWith(`${urn}::`));
  const region = declared?.inputs["region"];
  return typeof region === "string" ? region : standInRegion;
}

/** The account of the role that the provider assumes; the stand-in's account for the default provider. */
function accountOf(provider: string): string {
  const declared = registered.find(({ urn }) => provider.startsWith(`${urn}::`));
  const [, account] = /arn:aws:iam::(\d{12}):role/.exec(JSON.stringify(declared?.inputs ?? {})) ?? [];
  return account ?? standInAccount;
}

function placeWith(provider: string, urn: string, inputs: WireMap): Place {
  return { ...placeOf(urn, inputs, regionOf(provider)), account: accountOf(provider) };
}

/** What every referenced stack gives. */
const networkOutputs: WireMap = {
  pagerTopicArn: "arn:aws:sns:us-east-1:123456789012:pager",
  privateSubnetIds: ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"],
  publicSubnetIds: ["subnet-0a1b2c3d4e5f60003", "subnet-0a1b2c3d4e5f60004"],
  vpcId: "vpc-0a1b2c3d4e5f60718",
};

function newResource(
  { type, name, inputs, id, custom, provider }: pulumi.runtime.MockResourceArgs,
  shape: Shape,
): { id: string | undefined; state: WireMap } {
  if (custom === false) return { id: undefined, state: {} };
  const declared = registered.findLast((each) => each.type === type && each.name === name);
  const urn = declared?.urn ?? `urn:pulumi:stack::project::${type}::${name}`;
  const news: WireMap = declared?.inputs ?? (revealed(inputs) as WireMap);
  const place = placeWith(provider ?? "", urn, news);
  if (type === "pulumi:pulumi:StackReference") return { id: name, state: { ...news, outputs: networkOutputs } };
  if (type.startsWith("pulumi:providers:")) return { id: name, state: news };
  if (id !== undefined && id !== "") return { id, state: stateOfId(type, id, news, place) };
  const { __defaults, ...filled } = checkedInputs({ urn, token: type, logicalName: name, olds: {}, news });
  if (shape === "preview") return { id: undefined, state: foreseen(type, filled, place) };
  return materialise(type, filled, place);
}

/** Runs the program and waits until it has registered all its resources. */
export async function runUnderMocks(program: () => unknown, shape: Shape): Promise<void> {
  recordRegistrations();
  registered = [];
  await pulumi.runtime.setMocks(
    {
      newResource: (args) => newResource(args, shape),
      call: ({ token, inputs }) => invoke(token, inputs as WireMap, standInRegion) ?? {},
    },
    "project",
    "stack",
    shape === "preview",
  );
  await program();
  for (let settled = -1; settled !== registered.length;) {
    settled = registered.length;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await (pulumi.runtime as unknown as { waitForRPCs(): Promise<void> }).waitForRPCs();
  }
}

function propertiesOf(each: Registered, scope: "resource" | "stack", shape: Shape): PropertyMap {
  const { __defaults, ...inputs } = checkedInputs({
    urn: each.urn,
    token: each.type,
    logicalName: each.name,
    olds: {},
    news: each.inputs,
  });
  return plain(scope === "resource" ? inputs : outputsOf(each, inputs, shape));
}

function outputsOf(each: Registered, inputs: WireMap, shape: Shape): WireMap {
  const place = placeWith(each.provider, each.urn, inputs);
  return shape === "preview" ? foreseen(each.type, inputs, place) : materialise(each.type, inputs, place).state;
}

/** As a policy gets them: through Pulumi's own proxy. */
function plain(properties: WireMap): PropertyMap {
  return plainProperties((unknownCheckingProxy as (of: object) => Record<string, unknown>)({ ...properties }));
}

function resourceOf(each: Registered, scope: "resource" | "stack", shape: Shape, urns: ReadonlySet<string>): Resource {
  const region = regionOf(each.provider);
  const inThisStack = Object.entries(each.propertyDependencies).map(
    ([name, from]) => [name, from.filter((urn) => urns.has(urn))] as const,
  );
  return {
    urn: each.urn,
    type: each.type,
    name: each.name,
    properties: propertiesOf(each, scope, shape),
    options: { protect: each.protect, ignoreChanges: each.ignoreChanges },
    provider: {
      urn: `provider-${region}-${accountOf(each.provider)}`,
      type: "pulumi:providers:aws",
      name: region,
      properties: { region },
    },
    ...(each.parent === "" ? {} : { parent: each.parent }),
    dependencies: [...new Set(inThisStack.flatMap(([, from]) => from))],
    propertyDependencies: Object.fromEntries(inThisStack),
  };
}

/** The last program as policies of this scope see it: a resource policy the inputs, a stack policy the outputs. */
export function mockedStack(scope: "resource" | "stack", shape: Shape): Stack {
  const own = registered.filter(({ type }) => type !== "pulumi:pulumi:Stack");
  const urns = new Set(own.map(({ urn }) => urn));
  return makeStack({
    resources: own.map((each) => resourceOf(each, scope, shape, urns)),
    project: "project",
    name: "stack",
    preview: shape === "preview",
    now: new Date("2026-11-24T12:00:00Z"),
  });
}
