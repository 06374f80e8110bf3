import {
  type Policies,
  type PolicyConfigSchema,
  PolicyPack,
  type ReportViolation,
  type ResourceValidationArgs,
  type ResourceValidationPolicy,
  type StackValidationArgs,
  type StackValidationPolicy,
} from "@pulumi/policy";
import { z } from "zod";
import { type Violation } from "../core/finding";
import { pageOf } from "../core/naming";
import { type Pack, type PackEntry } from "../core/pack";
import { type Policy } from "../core/policy";
import { type Stack } from "../core/resource";
import { Settings } from "../core/settings";
import { type Outcome, checkResource, checkStack } from "../engine/outcome";
import {
  checkConfiguration,
  checkExceptions,
  hearConfiguration,
  settingsPolicyName,
  summaryPolicyName,
} from "./configuration";
import { prepareReportFile, reportFile, writeReport } from "./report-file";
import { resourceOf } from "./resource";
import { Session } from "./session";
import { summaryLines } from "./summary";

/** What is computed once per stack beside the findings: a part of the report and a line of the summary. */
export interface Section {
  readonly name: string;
  /** The part of the report under `name`: plain JSON. */
  report(stack: Stack, settings: Settings): unknown;
  /** A line for the terminal, or `undefined` where there is nothing to say. */
  summary?(stack: Stack, settings: Settings): string | undefined;
}

export interface ServeOptions {
  /** The version of trailguard. */
  readonly version: string;
  readonly sections: readonly Section[];
}

/** Serves the pack to the Pulumi CLI: starts the process's one policy server. */
export function servePack(pack: Pack, options: ServeOptions): PolicyPack {
  const session = new Session({ name: pack.name, version: options.version });
  const policies = pack.entries.map((entry) => servedPolicy(session, entry));
  const serve = () =>
    new PolicyPack(pack.name, {
      policies: [settingsPolicy(session), ...policies, summaryPolicy(session, options.sections)] as Policies,
      enforcementLevel: "advisory",
      displayName: pack.title,
    });
  return hearConfiguration(serve, (configuration) => {
    checkConfiguration(pack, configuration);
    prepareReportFile();
    session.hear(configuration);
    checkExceptions(pack, session.exceptions.policies);
  });
}

function servedPolicy(session: Session, entry: PackEntry): Policies[number] {
  switch (entry.policy.on.scope) {
    case "resource":
      return resourcePolicy(session, entry, entry.policy.on.types);
    case "stack":
      return stackPolicy(session, entry, entry.policy.on.types);
  }
}

/** Hears the settings of the whole pack before any policy runs; it finds nothing itself. */
function settingsPolicy(session: Session): ResourceValidationPolicy {
  return {
    name: settingsPolicyName,
    description: "Holds the settings of the whole pack",
    enforcementLevel: "advisory",
    configSchema: configSchemaOf(Settings),
    validateResource: (args) => {
      session.configure(args.getConfig());
    },
  };
}

function resourcePolicy(session: Session, entry: PackEntry, types: readonly string[]): ResourceValidationPolicy {
  const { policy } = entry;
  const validateResource = (args: ResourceValidationArgs, report: ReportViolation) => {
    if (!types.includes(args.type)) return;
    const resource = session.resource(policy.id, args);
    const outcome = checkResource(
      policy,
      resource,
      session.runOf(entry, () => args.getConfig()),
    );
    session.record(entry, args.urn, outcome);
    reportOutcome(session, policy, outcome, report);
    if (outcome.violations.length > 0 && session.levelOf(entry) !== "advisory") session.early.ask(args.urn);
  };
  return {
    ...metadataOf(entry),
    validateResource: withFastPath(validateResource, types),
    ...(policy.remediation ? { remediateResource: withFastPath(remediate(session, entry), types) } : {}),
  };
}

/** Changes only what the policy complains of, in place: unknown values and secrets survive only so. */
function remediate(session: Session, entry: PackEntry): NonNullable<ResourceValidationPolicy["remediateResource"]> {
  const { policy } = entry;
  const subject = policy.on;
  return (args) => {
    if (subject.scope !== "resource" || !policy.remediation || !subject.types.includes(args.type)) return undefined;
    const resource = resourceOf(args);
    const run = session.runOf(entry, () => args.getConfig());
    if (checkResource(policy, resource, run).violations.length === 0) return undefined;
    return Object.assign(args.props, policy.remediation(subject.view(resource), run.config));
  };
}

function stackPolicy(session: Session, entry: PackEntry, types: readonly string[]): StackValidationPolicy {
  const { policy } = entry;
  const validateStack = (args: StackValidationArgs, report: ReportViolation) => {
    const outcome = checkStack(
      policy,
      session.stack(policy.id, args),
      session.runOf(entry, () => args.getConfig()),
    );
    session.record(entry, "", outcome);
    reportOutcome(session, policy, outcome, report);
  };
  return { ...metadataOf(entry), validateStack: withFastPath(validateStack, types) };
}

/** The SDK skips a call without unpacking properties where the callback names the one type that it is for. */
function withFastPath<Callback extends object>(callback: Callback, types: readonly string[]): Callback {
  const [only, ...others] = types;
  return only !== undefined && others.length === 0 ? Object.assign(callback, { __pulumiType: only }) : callback;
}

function metadataOf({
  policy,
  level,
}: PackEntry): Omit<ResourceValidationPolicy, "validateResource" | "remediateResource"> {
  return {
    name: policy.id,
    description: policy.summary,
    enforcementLevel: level,
    severity: policy.severity,
    remediationSteps: policy.fix,
    url: pageOf(policy.id),
    ...(policy.config ? { configSchema: configSchemaOf(policy.config) } : {}),
  };
}

/** Only the properties: `required` would refuse a run even where the policy is disabled. */
function configSchemaOf(schema: z.ZodObject): PolicyConfigSchema {
  const { properties } = z.toJSONSchema(schema, { io: "input" });
  return { properties: (properties ?? {}) as PolicyConfigSchema["properties"] };
}

function reportOutcome(session: Session, policy: Policy, outcome: Outcome, report: ReportViolation): void {
  for (const violation of outcome.violations) {
    if (session.exceptions.accepting(policy, violation)) continue;
    report(textOf(policy, violation), violation.place.urn === "" ? undefined : violation.place.urn);
  }
  if (session.settings.undetermined === "summary") return;
  for (const { place } of outcome.undetermined) {
    report(
      `\`${place.path}\` is known only after deployment, so this cannot be decided in a preview`,
      place.urn === "" ? undefined : place.urn,
    );
  }
}

/** All that a user sees of a finding: what is wrong, what to do, and where to read on. */
function textOf(policy: Policy, violation: Violation): string {
  const practice = policy.practice === undefined ? "" : `practice ${policy.practice}, `;
  return `${violation.message}. ${violation.fix} (${practice}${pageOf(policy.id)})`;
}

/** Runs last: one quiet summary for the stack, and the report file where one is asked for. */
function summaryPolicy(session: Session, sections: readonly Section[]): StackValidationPolicy {
  const name = summaryPolicyName;
  return {
    name,
    description: "What trailguard saw in this stack",
    enforcementLevel: "advisory",
    severity: "low",
    validateStack: (args, report) => {
      const stack = session.stack(name, args);
      const file = reportFile();
      session.early.forget();
      const document = session.reportOf(stack, true);
      if (file !== undefined) writeReport(file, { ...document, ...sectionParts(sections, stack, session) });
      const lines = summaryLines(document, sectionLines(sections, stack, session));
      if (lines.length > 0) report(lines.join("\n"));
    },
  };
}

/** The parts of the report that sections make. One that fails says so in its place, and the others go on. */
function sectionParts(sections: readonly Section[], stack: Stack, { settings }: Session): Record<string, unknown> {
  const parts = sections.map(
    (section) =>
      [
        section.name,
        attempt(
          () => section.report(stack, settings),
          (error) => ({ failed: failureOf(section, error) }),
        ),
      ] as const,
  );
  return Object.fromEntries(parts);
}

function sectionLines(sections: readonly Section[], stack: Stack, { settings }: Session): string[] {
  return sections.flatMap(
    (section) =>
      attempt(
        () => section.summary?.(stack, settings),
        (error) => failureOf(section, error),
      ) ?? [],
  );
}

function attempt<T>(make: () => T, otherwise: (error: unknown) => T): T {
  try {
    return make();
  } catch (error) {
    return otherwise(error);
  }
}

/** Only the kind of error: its text may quote the user's values. */
function failureOf({ name }: Section, error: unknown): string {
  return `${name}: trailguard failed with a bug of its own (${error instanceof Error ? error.name : typeof error}); please report it`;
}
