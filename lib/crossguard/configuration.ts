import { createRequire } from "node:module";
import { type Level } from "../core/finding";
import { nearest } from "../core/nearest";
import { type Pack } from "../core/pack";
import { Settings } from "../core/settings";
import { SettingsError, parseSettings } from "../engine/settings";

/** What the CLI tells a pack of one policy before anything is analyzed. */
export interface PolicyConfiguration {
  readonly level: Level;
  readonly settings: Readonly<Record<string, unknown>>;
}

export type PackConfiguration = ReadonlyMap<string, PolicyConfiguration>;

/** The part of Pulumi's request that is read here (pulumi/analyzer.proto, ConfigureAnalyzerRequest). */
interface ConfigureRequest {
  getPolicyconfigMap(): {
    entries(): Iterable<
      [string, { getEnforcementlevel(): number; getProperties(): { toJavaScript(): object } | undefined }]
    >;
  };
}

type Reply = (error: { readonly code: number; readonly details: string } | null, response?: unknown) => void;
type Handler = (call: { readonly request: ConfigureRequest }, reply: Reply) => void;
type AddService = (this: unknown, service: unknown, implementation: Record<string, unknown>) => void;

/** gRPC's code for a request that cannot be used as it is. */
const invalidArgument = 3;

/** The numbers of pulumi/analyzer.proto, EnforcementLevel. */
const levelsByNumber: readonly Level[] = ["advisory", "mandatory", "disabled", "remediate"];

/**
 * Runs `serve`, and has `hear` told of the whole configuration when the CLI sends it; what `hear` throws refuses the
 * run. The SDK gives a policy only its own settings, only when it is called, and never its level; so the one
 * message that holds everything is heard on its way to the SDK. Where a later SDK sends it another way, nothing is
 * heard, and each policy still checks its own settings when it is called.
 */
export function hearConfiguration<T>(serve: () => T, hear: (configuration: PackConfiguration) => void): T {
  const { Server } = createRequire(require.resolve("@pulumi/policy"))("@grpc/grpc-js") as {
    readonly Server: { readonly prototype: { addService: AddService } };
  };
  const original = Server.prototype.addService;
  Server.prototype.addService = function (service, implementation) {
    original.call(this, service, { ...implementation, ...heard(implementation["configure"], hear) });
  };
  try {
    return serve();
  } finally {
    Server.prototype.addService = original;
  }
}

function heard(configure: unknown, hear: (configuration: PackConfiguration) => void): Record<string, Handler> {
  if (typeof configure !== "function") return {};
  const handler: Handler = (call, reply) => {
    try {
      hear(configurationOf(call.request));
    } catch (error) {
      reply({ code: invalidArgument, details: error instanceof Error ? error.message : String(error) });
      return;
    }
    (configure as Handler)(call, reply);
  };
  return { configure: handler };
}

function configurationOf(request: ConfigureRequest): PackConfiguration {
  const entries = [...request.getPolicyconfigMap().entries()].map(([name, policy]): [string, PolicyConfiguration] => [
    name,
    {
      level: levelsByNumber[policy.getEnforcementlevel()] ?? "advisory",
      settings: { ...policy.getProperties()?.toJavaScript() },
    },
  ]);
  return new Map(entries);
}

/** The policies that belong to the pack itself. */
export const settingsPolicyName = "trailguard-settings";
export const summaryPolicyName = "trailguard-summary";

/** The CLI's own word for the level of all policies together. */
const everyPolicy = "all";

/** Throws a `SettingsError` that lists all that cannot be used: policies that do not exist, settings that are wrong. */
export function checkConfiguration(pack: Pack, configuration: PackConfiguration): void {
  const problems = [...configuration].flatMap(([name, { settings }]) => problemWith(pack, name, settings));
  if (problems.length > 0) throw new SettingsError(problems.join("\n"));
}

/** Throws a `SettingsError` where an exception names a policy that does not exist. */
export function checkExceptions(pack: Pack, named: readonly string[]): void {
  const ids = pack.entries.flatMap(({ policy }) => [policy.id, ...(policy.formerly ?? [])]);
  const problems = named.flatMap((name, index) =>
    ids.includes(name) ? [] : [`\`${index}.policy\` is \`${name}\`: there is no such policy${suggestion(name, ids)}`],
  );
  if (problems.length > 0) throw new SettingsError(`settings of \`trailguard:exceptions\`: ${problems.join("; ")}`);
}

function suggestion(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  return near === undefined ? "" : `; did you mean \`${near}\`?`;
}

function problemWith(pack: Pack, name: string, settings: Readonly<Record<string, unknown>>): string[] {
  if (name === summaryPolicyName) return [];
  if (name === everyPolicy) return unwanted(name, settings, "it takes only an enforcement level");
  const schema =
    name === settingsPolicyName ? Settings : pack.entries.find(({ policy }) => policy.id === name)?.policy.config;
  if (schema) return refusal(() => parseSettings(name, schema, settings));
  if (pack.entries.some(({ policy }) => policy.id === name)) return unwanted(name, settings, "the policy has none");
  const names = [...pack.entries.map(({ policy }) => policy.id), settingsPolicyName, summaryPolicyName];
  return [`settings of \`${name}\`: there is no such policy${suggestion(name, names)}`];
}

function unwanted(name: string, settings: Readonly<Record<string, unknown>>, why: string): string[] {
  const [key] = Object.keys(settings);
  return key === undefined ? [] : [`settings of \`${name}\`: \`${key}\` is not a setting; ${why}`];
}

function refusal(parse: () => unknown): string[] {
  try {
    parse();
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return [error.message];
    throw error;
  }
}
