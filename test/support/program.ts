import {
  type PolicyResource,
  type ResourceValidationArgs,
  type StackValidationArgs,
  unknownCheckingProxy,
} from "@pulumi/policy";
import { type Unwrap } from "@pulumi/pulumi";
import { type Resource, type Stack } from "../../lib/core/resource";
import { resourceOf, stackOf } from "../../lib/crossguard/resource";
import { foreseen, materialise, placeOf } from "../../scripts/pulumi/resource-aws/arns";
import { checkedInputs } from "../../scripts/pulumi/resource-aws/check";
import { type WireMap, unknownSentinel } from "../../scripts/pulumi/resource-aws/wire";

/** Exported by the SDK, but left out of its types. */
const checkingProxy = unknownCheckingProxy as (properties: object) => Record<string, unknown>;

/** A value that a preview does not know, and that depends on no resource. */
export class Unknown {}
export const unknown = (): Unknown => new Unknown();

/** A value from a resource outside the stack: known once deployed, and depending on nothing in the stack. */
export class External {
  constructor(readonly value: string) {}
}
export const external = (value: string): External => new External(value);

/** A text made of outputs: unknown in preview, and depending on the resources that it names. */
export class Output {
  constructor(readonly parts: readonly (string | { readonly of: Declared; readonly property: string })[]) {}
}

/** As `pulumi.interpolate`: `` interpolate`${group.arn}:*` ``. */
export function interpolate(texts: TemplateStringsArray, ...outputs: readonly (Output | string)[]): Output {
  const parts = texts.flatMap((text, index) => {
    const output = outputs[index];
    return output instanceof Output ? [text, ...output.parts] : [text, output ?? ""];
  });
  return new Output(parts.filter((part) => part !== ""));
}

/** As `pulumi.jsonStringify`: a JSON text that is unknown as a whole while one output in it is. */
export class JsonText {
  constructor(readonly value: unknown) {}
}
export const jsonStringify = (value: unknown): JsonText => new JsonText(value);

type Marker = Unknown | External | Output | JsonText;
/** Arguments as a program writes them, with markers wherever a value could stand. */
type Given<T> = T extends readonly (infer Item)[]
  ? readonly Given<Item>[] | Marker
  : T extends object
    ? { readonly [Key in keyof T]?: Given<T[Key]> | Marker | null | undefined } | Marker
    : T | Marker;
export type ArgsGiven<Args> = {
  readonly [Key in keyof Args]?: Given<Unwrap<NonNullable<Args[Key]>>> | Marker | object | null;
};

interface Declarable<Args> {
  readonly types: readonly string[];
  readonly args?: Args;
}

export interface DeclareOptions {
  readonly protect?: boolean;
  readonly ignoreChanges?: readonly string[];
  /** One of the view's types, where it is not the first. */
  readonly type?: string;
  /** Region of the provider; `us-east-1` unless given. */
  readonly region?: string;
  /** Account of the provider; the stand-in account unless given. */
  readonly account?: string;
  readonly parent?: Declared;
  readonly dependsOn?: readonly Declared[];
  /** The inputs as the program wrote them, as for a provider whose check fills nothing in. */
  readonly unchecked?: true;
}

/** A resource of a test's program. */
export class Declared {
  constructor(
    readonly type: string,
    readonly name: string,
    readonly args: Readonly<Record<string, unknown>>,
    readonly options: DeclareOptions,
  ) {}

  get urn(): string {
    return `urn:pulumi:test::program::${this.type}::${this.name}`;
  }

  output(property: string): Output {
    return new Output([{ of: this, property }]);
  }

  get arn(): Output {
    return this.output("arn");
  }

  get id(): Output {
    return this.output("id");
  }

  get region(): string {
    return typeof this.args["region"] === "string" ? this.args["region"] : (this.options.region ?? "us-east-1");
  }
}

/** Declares a resource of a view's type, with arguments as a program would write them. */
export function declare<Args>(
  view: Declarable<Args>,
  name: string,
  args: ArgsGiven<Args> = {},
  options: DeclareOptions = {},
): Declared {
  return new Declared(options.type ?? view.types[0] ?? "", name, args, options);
}

/** Declares a resource by its type token, where no view is at hand. */
export function declareType(
  type: string,
  name: string,
  args: Readonly<Record<string, unknown>> = {},
  options: DeclareOptions = {},
): Declared {
  return new Declared(type, name, args, options);
}

/** How a program's values stand: in the first preview of an empty stack, or after it was deployed. */
export type Shape = "preview" | "deployed";

/** The resource as a resource policy gets it, through Pulumi's own proxy. */
export function asResource(declared: Declared, shape: Shape): Resource {
  const args = {
    type: declared.type,
    urn: declared.urn,
    name: declared.name,
    props: proxied(inputsOf(declared, shape)),
    opts: optsOf(declared),
    provider: providerOf(declared),
  };
  return frozen(resourceOf(args as unknown as ResourceValidationArgs));
}

/** The program as a stack policy gets it, through Pulumi's own proxy. */
export function asStack(program: readonly Declared[], shape: Shape, now = new Date("2026-11-24T12:00:00Z")): Stack {
  const resources = new Map<string, PolicyResource>();
  for (const declared of program) resources.set(declared.urn, policyResource(declared, shape));
  for (const declared of program) {
    const own = resources.get(declared.urn);
    if (!own) continue;
    for (const [property, value] of Object.entries(declared.args)) {
      const upstream = dependenciesIn(value);
      if (upstream) own.propertyDependencies[property] = upstream.flatMap((each) => resources.get(each.urn) ?? []);
    }
    own.dependencies = [
      ...new Set([
        ...Object.values(own.propertyDependencies).flat(),
        ...(declared.options.dependsOn ?? []).flatMap((each) => resources.get(each.urn) ?? []),
      ]),
    ];
    const parent = declared.options.parent && resources.get(declared.options.parent.urn);
    if (parent) own.parent = parent;
  }
  const args = { resources: [...resources.values()] } as unknown as StackValidationArgs;
  const stack = stackOf(args, { project: "program", name: "test", preview: shape === "preview", now });
  stack.resources.forEach(frozen);
  return stack;
}

function policyResource(declared: Declared, shape: Shape): PolicyResource {
  return {
    type: declared.type,
    urn: declared.urn,
    name: declared.name,
    props: proxied({ ...outputsOf(declared, shape) }),
    opts: optsOf(declared),
    provider: providerOf(declared),
    dependencies: [],
    propertyDependencies: {},
  } as unknown as PolicyResource;
}

function proxied(properties: Record<string, unknown>): Record<string, unknown> {
  return checkingProxy(properties);
}

/** Policies change nothing. Frozen only here, since Pulumi's proxy does not look into frozen objects. */
function frozen(resource: Resource): Resource {
  deepFreeze(resource.properties);
  return resource;
}

function optsOf({ options }: Declared) {
  return {
    protect: options.protect ?? false,
    ignoreChanges: [...(options.ignoreChanges ?? [])],
    aliases: [],
    additionalSecretOutputs: [],
  };
}

function providerOf(declared: Declared) {
  const region = declared.options.region ?? "us-east-1";
  const { account } = declared.options;
  const name = `${region === "us-east-1" ? "default" : region}${account ?? ""}`;
  const assumed = account === undefined ? {} : { assumeRoles: `[{"roleArn":"arn:aws:iam::${account}:role/deployer"}]` };
  return {
    type: "pulumi:providers:aws",
    urn: `urn:pulumi:test::program::pulumi:providers:aws::${name}`,
    name,
    props: checkingProxy({ region, ...assumed }),
  };
}

/** The inputs as the provider's check leaves them: what a resource policy sees. */
function inputsOf(declared: Declared, shape: Shape): Record<string, unknown> {
  const given = Object.entries(declared.args).filter(([, value]) => value !== undefined);
  const news = Object.fromEntries(given.map(([key, value]) => [key, materialize(value, shape)])) as WireMap;
  if (declared.options.unchecked) return news;
  const { __defaults: _, ...inputs } = checkedInputs({
    urn: declared.urn,
    token: declared.type,
    logicalName: declared.name,
    olds: {},
    news,
  });
  return inputs;
}

/** The outputs: in a preview as far as they can be foreseen, else as a deployment leaves them. */
function outputsOf(declared: Declared, shape: Shape): WireMap {
  const inputs = inputsOf(declared, shape) as WireMap;
  const { account } = declared.options;
  const place = { ...placeOf(declared.urn, inputs, declared.region), ...(account === undefined ? {} : { account }) };
  return shape === "preview" ? foreseen(declared.type, inputs, place) : materialise(declared.type, inputs, place).state;
}

function materialize(value: unknown, shape: Shape): unknown {
  if (value instanceof Unknown) return unknownSentinel;
  if (value instanceof External) return shape === "preview" ? unknownSentinel : value.value;
  if (value instanceof Output) return outputText(value, shape);
  if (value instanceof JsonText)
    return isKnown(value.value, shape) ? JSON.stringify(materialize(value.value, shape)) : unknownSentinel;
  if (Array.isArray(value)) return value.map((each) => materialize(each, shape));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, materialize(each, shape)]));
}

function isKnown(value: unknown, shape: Shape): boolean {
  if (value instanceof Unknown) return false;
  if (value instanceof External) return shape === "deployed";
  if (value instanceof Output) return outputText(value, shape) !== unknownSentinel;
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every((each) => isKnown(each, shape));
}

/** Names, and what the program itself says, are known in a preview; ARNs and ids are not. */
function outputText(output: Output, shape: Shape): string {
  const parts = output.parts.map((part) =>
    typeof part === "string" ? part : outputsOf(part.of, shape)[part.property],
  );
  const texts = parts.flatMap((part) => (typeof part === "string" && part !== unknownSentinel ? [part] : []));
  return texts.length === parts.length ? texts.join("") : unknownSentinel;
}

/** The resources that a value came from, or `undefined` for a literal. */
function dependenciesIn(value: unknown): readonly Declared[] | undefined {
  if (value instanceof External) return [];
  if (value instanceof Output) return value.parts.flatMap((part) => (typeof part === "string" ? [] : [part.of]));
  if (value instanceof JsonText) return dependenciesIn(value.value);
  if (typeof value !== "object" || value === null || value instanceof Unknown) return undefined;
  const found = Object.values(value)
    .map(dependenciesIn)
    .filter((each) => each !== undefined);
  return found.length === 0 ? undefined : [...new Set(found.flat())];
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
