import { type StackValidationArgs, type ResourceValidationArgs } from "@pulumi/policy";
import * as pulumi from "@pulumi/pulumi";
import { type PackEntry } from "../core/pack";
import { type PolicyRun } from "../core/policy";
import { type Resource, type Stack } from "../core/resource";
import { Settings, defaultSettings } from "../core/settings";
import { Exceptions, ExceptionList, type Exception } from "../engine/exceptions";
import { type Outcome } from "../engine/outcome";
import { type PolicyResult } from "../engine/report";
import { SettingsError, parseSettings } from "../engine/settings";
import { type PackConfiguration, settingsPolicyName } from "./configuration";
import { CallCache } from "./call-cache";
import { resourceOf, stackOf } from "./resource";

const noSchemaConfig = {};

/** What the pack remembers from call to call while the CLI runs it. */
export class Session {
  settings: Settings = defaultSettings;
  private readonly now = new Date();
  private readonly resources = new CallCache<Resource>();
  private readonly stacks = new CallCache<Stack>();
  private readonly results = new Map<string, PolicyResult>();
  private readonly configs = new Map<string, unknown>();
  private acceptedExceptions: ExceptionList | undefined;
  private configuration: PackConfiguration = new Map();

  /** Remembers the whole configuration: the levels in force, and the settings of the pack. */
  hear(configuration: PackConfiguration): void {
    this.configuration = configuration;
    this.configure(configuration.get(settingsPolicyName)?.settings ?? {});
  }

  /** The settings of the whole pack, refused with a `SettingsError` where they cannot be used. */
  configure(given: Record<string, unknown>): void {
    this.settings = parseSettings(settingsPolicyName, Settings, given);
  }

  resource(policy: string, args: ResourceValidationArgs): Resource {
    return this.resources.get(args.urn, policy, () => resourceOf(args));
  }

  stack(policy: string, args: StackValidationArgs): Stack {
    return this.stacks.get("stack", policy, () =>
      stackOf(args, { ...namesOf(args), preview: pulumi.runtime.isDryRun(), now: this.now }),
    );
  }

  /** What a policy runs with. Its own settings are parsed once, and refused where they cannot be used. */
  runOf({ policy }: PackEntry, given: () => Record<string, unknown>): PolicyRun {
    let config = this.configs.get(policy.id);
    if (config === undefined) {
      config = policy.config ? parseSettings(policy.id, policy.config, given()) : noSchemaConfig;
      this.configs.set(policy.id, config);
    }
    return { config, settings: this.settings, now: this.now };
  }

  /** Later results for the same policy and resource replace earlier ones. */
  record(entry: PackEntry, urn: string, outcome: Outcome): void {
    const level = this.configuration.get(entry.policy.id)?.level ?? entry.level;
    this.results.set(`${entry.policy.id} ${urn}`, { policy: entry.policy, level, outcome });
  }

  get recorded(): readonly PolicyResult[] {
    return [...this.results.values()];
  }

  /** The exceptions of the stack's configuration: none where the organization forbids them. */
  get exceptions(): ExceptionList {
    this.acceptedExceptions ??= new ExceptionList(
      this.settings.allowExceptions ? configuredExceptions() : [],
      this.now,
    );
    return this.acceptedExceptions;
  }
}

/** Project and stack as the URNs name them: in `pulumi policy analyze` nothing else tells. */
function namesOf(args: StackValidationArgs): { readonly project: string; readonly name: string } {
  const [, , stack = "", , project = ""] = (args.resources[0]?.urn ?? "").split(":");
  return { project, name: stack };
}

function configuredExceptions(): readonly Exception[] {
  const text = new pulumi.Config("trailguard").get("exceptions");
  if (text === undefined) return [];
  return parseSettings("trailguard:exceptions", Exceptions, parsedJson(text));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SettingsError(
      "settings of `trailguard:exceptions`: the value is not JSON; set it with `pulumi config set --path 'trailguard:exceptions[0].policy' ...`",
    );
  }
}
