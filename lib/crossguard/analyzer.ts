import { type Violation } from "../core/finding";
import { pageOf } from "../core/naming";
import { type Pack, type PackEntry } from "../core/pack";
import { type Policy } from "../core/policy";
import { type Resource, type Stack } from "../core/resource";
import { type Settings } from "../core/settings";
import { type Outcome, checkResource, checkStack } from "../engine/outcome";
import { type PackConfiguration } from "./calls";
import { checkConfiguration, checkExceptions } from "./configuration";
import { settingsPolicyName, summaryPolicyName } from "./names";
import { prepareReportFile, reportFile, writeReport } from "./report-file";
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

export interface AnalyzerOptions {
  /** The version of trailguard. */
  readonly version: string;
  readonly sections: readonly Section[];
  /** The time of the run. */
  readonly now: Date;
}

/** A finding as the user sees it, on the resource `urn` or on what the policy was asked about. */
export interface Reported {
  readonly text: string;
  readonly urn?: string;
}

/** Asks for the settings that the user gave to one policy. */
export type SettingsOf = () => Readonly<Record<string, unknown>>;

/** A pack's policies at work: what the CLI's calls are answered with. */
export class Analyzer {
  private readonly session: Session;
  private readonly entries: ReadonlyMap<string, PackEntry>;

  constructor(
    private readonly pack: Pack,
    private readonly options: AnalyzerOptions,
  ) {
    this.session = new Session({ name: pack.name, version: options.version }, options.now);
    this.entries = new Map(pack.entries.map((entry) => [entry.policy.id, entry]));
  }

  /** Throws a `SettingsError` where the configuration cannot be used. */
  configure(configuration: PackConfiguration): void {
    checkConfiguration(this.pack, configuration);
    prepareReportFile();
    this.session.hear(configuration);
    checkExceptions(this.pack, this.session.exceptions.policies);
  }

  analyzeResource(name: string, resource: Resource, settings: SettingsOf): readonly Reported[] {
    if (name === settingsPolicyName) {
      this.session.configure(settings());
      return [];
    }
    const entry = this.entryOf(name);
    const outcome = checkResource(entry.policy, resource, this.session.runOf(entry, settings));
    const reported = this.reported(entry, resource.urn, outcome);
    if (outcome.violations.length > 0 && this.session.levelOf(entry) !== "advisory")
      this.session.early.ask(resource.urn);
    return reported;
  }

  analyzeStack(name: string, stack: Stack, settings: SettingsOf): readonly Reported[] {
    if (name === summaryPolicyName) return this.summarize(stack);
    const entry = this.entryOf(name);
    return this.reported(entry, "", checkStack(entry.policy, stack, this.session.runOf(entry, settings)));
  }

  /** The properties to set, only where the policy complains of the resource; `undefined` where nothing is to change. */
  remediateResource(
    name: string,
    resource: Resource,
    settings: SettingsOf,
  ): Readonly<Record<string, unknown>> | undefined {
    const entry = this.entryOf(name);
    const { on, remediation } = entry.policy;
    if (on.scope !== "resource" || !remediation || !on.types.includes(resource.type)) return undefined;
    const run = this.session.runOf(entry, settings);
    if (checkResource(entry.policy, resource, run).violations.length === 0) return undefined;
    return remediation(on.view(resource), run.config);
  }

  private entryOf(name: string): PackEntry {
    const entry = this.entries.get(name);
    if (!entry) throw new Error(`the pack's description names ${name}, which it does not hold; build it again`);
    return entry;
  }

  private reported(entry: PackEntry, urn: string, outcome: Outcome): readonly Reported[] {
    this.session.record(entry, urn, outcome);
    const { exceptions, settings } = this.session;
    const open = outcome.violations.filter((violation) => !exceptions.accepting(entry.policy, violation));
    const findings = open.map((violation) => at(violation.place.urn, textOf(entry.policy, violation)));
    if (settings.undetermined === "summary") return findings;
    return [...findings, ...outcome.undetermined.map(({ place }) => at(place.urn, undeterminedText(place.path)))];
  }

  /** Runs last: one quiet summary for the stack, and the report file where one is asked for. */
  private summarize(stack: Stack): readonly Reported[] {
    const { sections } = this.options;
    const { settings } = this.session;
    this.session.early.forget();
    const document = this.session.reportOf(stack, true);
    const file = reportFile();
    if (file !== undefined) writeReport(file, { ...document, ...sectionParts(sections, stack, settings) });
    const lines = summaryLines(document, sectionLines(sections, stack, settings));
    return lines.length > 0 ? [{ text: lines.join("\n") }] : [];
  }
}

function at(urn: string, text: string): Reported {
  return urn === "" ? { text } : { text, urn };
}

function undeterminedText(path: string): string {
  return `\`${path}\` is known only after deployment, so this cannot be decided in a preview`;
}

/** All that a user sees of a finding: what is wrong, what to do, and where to read on. */
function textOf(policy: Policy, violation: Violation): string {
  const practice = policy.practice === undefined ? "" : `practice ${policy.practice}, `;
  return `${violation.message}. ${violation.fix} (${practice}${pageOf(policy.id)})`;
}

/** The parts of the report that sections make. One that fails says so in its place, and the others go on. */
function sectionParts(
  sections: readonly Section[],
  stack: Stack,
  settings: Settings,
): Readonly<Record<string, unknown>> {
  const parts = sections.map((section) => {
    const part = attempt(
      () => section.report(stack, settings),
      (error) => ({ failed: failureOf(section, error) }),
    );
    return [section.name, part] as const;
  });
  return Object.fromEntries(parts);
}

function sectionLines(sections: readonly Section[], stack: Stack, settings: Settings): string[] {
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
