import { nearest } from "../core/nearest";
import { type Pack } from "../core/pack";
import { Settings } from "../core/settings";
import { SettingsError, parseSettings } from "../engine/settings";
import { type PackConfiguration } from "./calls";
import { settingsPolicyName, summaryPolicyName } from "./names";

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
