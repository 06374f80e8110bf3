import { type PolicyConfigSchema } from "@pulumi/policy";
import * as z from "zod";
import { type Level, type Severity } from "../core/finding";
import { pageOf } from "../core/naming";
import { type Pack } from "../core/pack";
import { type Policy } from "../core/policy";
import { Settings } from "../core/settings";
import { settingsPolicyName, summaryPolicyName } from "./names";

/** What the CLI is told of a policy before it runs: plain data, so that telling it loads no policy. */
export interface PolicyDescription {
  readonly name: string;
  readonly description: string;
  readonly severity?: Severity;
  readonly remediationSteps?: string;
  readonly url?: string;
  readonly configSchema?: PolicyConfigSchema;
  readonly scope: "resource" | "stack";
  /** The types that it is asked about; a stack policy without any is asked about every stack. */
  readonly types: readonly string[];
  readonly remediates: boolean;
}

/** What the CLI is told of a pack: the `pack.json` in the pack's folder. */
export interface PackDescription {
  readonly name: string;
  readonly title: string;
  /** By policy; the pack's own two advise. */
  readonly levels: Readonly<Record<string, Level>>;
}

export function describePack({ name, title, entries }: Pack): PackDescription {
  return { name, title, levels: Object.fromEntries(entries.map(({ policy, level }) => [policy.id, level])) };
}

/** The policies of every pack in the order in which they run: the pack's settings first, the summary last. */
export function describePolicies(policies: readonly Policy[]): readonly PolicyDescription[] {
  return [settingsPolicy(), ...policies.map(describePolicy), summaryPolicy()];
}

function describePolicy(policy: Policy): PolicyDescription {
  return {
    name: policy.id,
    description: policy.summary,
    severity: policy.severity,
    remediationSteps: policy.fix,
    url: pageOf(policy.id),
    ...(policy.config ? { configSchema: configSchemaOf(policy.config) } : {}),
    scope: policy.on.scope,
    types: policy.on.types,
    remediates: policy.remediation !== undefined,
  };
}

/** Holds the settings of the whole pack. It is called only where they could not be heard beforehand. */
function settingsPolicy(): PolicyDescription {
  return {
    name: settingsPolicyName,
    description: "Holds the settings of the whole pack",
    configSchema: configSchemaOf(Settings),
    scope: "resource",
    types: [],
    remediates: false,
  };
}

function summaryPolicy(): PolicyDescription {
  return {
    name: summaryPolicyName,
    description: "What trailguard saw in this stack",
    severity: "low",
    scope: "stack",
    types: [],
    remediates: false,
  };
}

/** Only the properties: `required` would refuse a run even where the policy is disabled. */
function configSchemaOf(schema: z.ZodObject): PolicyConfigSchema {
  const { properties } = z.toJSONSchema(schema, { io: "input" });
  return { properties: (properties ?? {}) as PolicyConfigSchema["properties"] };
}
