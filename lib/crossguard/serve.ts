import {
  type Policies,
  PolicyPack,
  type ReportViolation,
  type ResourceValidationArgs,
  type ResourceValidationPolicy,
  type StackValidationArgs,
  type StackValidationPolicy,
} from "@pulumi/policy";
import { isDeepStrictEqual } from "node:util";
import { type Level } from "../core/finding";
import { type Resource, type Stack } from "../core/resource";
import { type Analyzer, type Reported, type SettingsOf } from "./analyzer";
import { type Listener, type PackConfiguration, currentCall, hearCalls } from "./calls";
import { type PackDescription, type PolicyDescription } from "./description";
import { exceptionsText, reportPath } from "./environment";
import { resourceOf, runAt, stackOf } from "./resource";

/** Brings the policies themselves; `now` is the time of the run. */
export type LoadAnalyzer = (now: Date) => Analyzer;

/**
 * Serves the pack to the Pulumi CLI: starts the process's one policy server. What the pack is comes from its
 * description; the policies are loaded while the CLI starts the user's program.
 */
export function servePack(
  { name, title, levels }: PackDescription,
  descriptions: readonly PolicyDescription[],
  load: LoadAnalyzer,
): PolicyPack {
  const pack = new ServedPack(descriptions, load);
  const serve = () =>
    new PolicyPack(name, {
      policies: descriptions.map((policy) => servedPolicy(pack, policy, levels[policy.name])),
      enforcementLevel: "advisory",
      displayName: title,
    });
  return hearCalls(serve, pack);
}

class ServedPack implements Listener {
  readonly now = new Date();
  private readonly typesLookedAt: ReadonlySet<string>;
  private loaded: Analyzer | undefined;
  private configuration: PackConfiguration | undefined;

  constructor(
    private readonly policies: readonly PolicyDescription[],
    private readonly load: LoadAnalyzer,
  ) {
    const ofResources = policies.filter(({ scope }) => scope === "resource");
    this.typesLookedAt = new Set(ofResources.flatMap(({ types }) => types));
  }

  looksAt(type: string): boolean {
    return this.typesLookedAt.has(type);
  }

  /** Loads the policies at the first call. */
  analyzer(): Analyzer {
    if (!this.loaded) {
      this.loaded = this.load(this.now);
      if (this.configuration) this.loaded.configure(this.configuration);
    }
    return this.loaded;
  }

  /** What somebody wrote is judged at once, so that what is wrong refuses the run; where nobody did, it can wait. */
  configured(configuration: PackConfiguration): void {
    this.configuration = configuration;
    const nothingWritten = exceptionsText() === undefined && reportPath() === undefined;
    if (this.loaded) this.loaded.configure(configuration);
    else if (nothingWritten && isDefault(this.policies, configuration)) setImmediate(() => this.analyzer());
    else this.analyzer();
  }
}

function isDefault(policies: readonly PolicyDescription[], configuration: PackConfiguration): boolean {
  return [...configuration].every(([name, { settings }]) => {
    const policy = policies.find((each) => each.name === name);
    const schema = policy?.configSchema?.properties ?? {};
    return (
      policy !== undefined &&
      Object.entries(settings).every(([key, value]) => isDeepStrictEqual(value, schema[key]?.default))
    );
  });
}

function servedPolicy(
  pack: ServedPack,
  policy: PolicyDescription,
  enforcementLevel: Level = "advisory",
): Policies[number] {
  const { scope: _scope, types: _types, remediates: _remediates, ...metadata } = policy;
  const callbacks = policy.scope === "resource" ? resourceCallbacks(pack, policy) : stackCallbacks(pack, policy);
  return { ...metadata, enforcementLevel, ...callbacks };
}

function resourceCallbacks(
  pack: ServedPack,
  { name, types, remediates }: PolicyDescription,
): Pick<ResourceValidationPolicy, "validateResource" | "remediateResource"> {
  const validateResource = (args: ResourceValidationArgs, report: ReportViolation) => {
    reportAll(pack.analyzer().analyzeResource(name, resourceOfCall(args), settingsOf(args)), report);
  };
  const remediateResource = (args: ResourceValidationArgs) => {
    const changes = pack.analyzer().remediateResource(name, resourceOf(args), settingsOf(args));
    // In place: unknown values and secrets survive only so.
    return changes && Object.assign(args.props, changes);
  };
  return {
    validateResource: askedAbout(types, validateResource),
    ...(remediates ? { remediateResource: askedAbout(types, remediateResource) } : {}),
  };
}

function stackCallbacks(
  pack: ServedPack,
  { name, types }: PolicyDescription,
): Pick<StackValidationPolicy, "validateStack"> {
  const validateStack = (args: StackValidationArgs, report: ReportViolation) => {
    reportAll(pack.analyzer().analyzeStack(name, stackOfCall(args, pack.now), settingsOf(args)), report);
  };
  return { validateStack: types.length === 0 ? validateStack : askedAbout(types, validateStack) };
}

/** A type token that no resource has. */
const noType = "none";

/**
 * The SDK skips a callback, without unpacking any property for it, where the one type that it names is not the one in
 * question. A callback for several types names the one of them that the current call is about.
 */
function askedAbout<Callback extends object>(types: readonly string[], callback: Callback): Callback {
  const [only, ...others] = types;
  if (only !== undefined && others.length === 0) return Object.assign(callback, { __pulumiType: only });
  const get = (): string | undefined => {
    const call = currentCall();
    return call && (types.find((type) => call.types.has(type)) ?? noType);
  };
  return Object.defineProperty(callback, "__pulumiType", { get });
}

function settingsOf(args: { getConfig(): Record<string, unknown> }): SettingsOf {
  return () => args.getConfig();
}

function reportAll(findings: readonly Reported[], report: ReportViolation): void {
  for (const { text, urn } of findings) report(text, urn);
}

function resourceOfCall(args: ResourceValidationArgs): Resource {
  const call = currentCall();
  if (!call) return resourceOf(args);
  return (call.resource ??= resourceOf(args));
}

function stackOfCall(args: StackValidationArgs, now: Date): Stack {
  const make = () => stackOf(args, runAt(args.resources[0]?.urn ?? "", now));
  const call = currentCall();
  if (!call) return make();
  return (call.stack ??= make());
}
