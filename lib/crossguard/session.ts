import { type Level } from "../core/finding";
import { type PackEntry } from "../core/pack";
import { type PolicyRun } from "../core/policy";
import { type Stack } from "../core/resource";
import { Settings, defaultSettings } from "../core/settings";
import { Exceptions, ExceptionList, type Exception } from "../engine/exceptions";
import { type Outcome } from "../engine/outcome";
import { type PolicyResult, type Report, makeReport } from "../engine/report";
import { SettingsError, parseSettings } from "../engine/settings";
import { type PackConfiguration } from "./calls";
import { EarlyReport } from "./early-report";
import { exceptionsText } from "./environment";
import { settingsPolicyName } from "./names";
import { reportFile, writeReport } from "./report-file";
import { runAt } from "./resource";

const noSchemaConfig = {};

/** What the pack remembers from call to call while the CLI runs it. */
export class Session {
  /** Where a report is asked for, it is left as far as it has come whenever a resource is refused. */
  readonly early = new EarlyReport((urn) => {
    const file = reportFile();
    if (file !== undefined) writeReport(file, this.reportOf(runAt(urn, this.now), false));
  });
  settings: Settings = defaultSettings;
  private readonly results = new Map<string, PolicyResult>();
  private readonly configs = new Map<string, unknown>();
  private acceptedExceptions: ExceptionList | undefined;
  private configuration: PackConfiguration = new Map();

  constructor(
    private readonly pack: Report["pack"],
    private readonly now: Date,
  ) {}

  /** Remembers the whole configuration: the levels in force, and the settings of the pack. Reads the exceptions. */
  hear(configuration: PackConfiguration): void {
    this.configuration = configuration;
    this.configure(configuration.get(settingsPolicyName)?.settings ?? {});
    this.acceptedExceptions = this.readExceptions();
  }

  /** The settings of the whole pack, refused with a `SettingsError` where they cannot be used. */
  configure(given: Record<string, unknown>): void {
    this.settings = parseSettings(settingsPolicyName, Settings, given);
  }

  /** What a policy runs with. Its own settings are parsed once, and refused where they cannot be used. */
  runOf({ policy }: PackEntry, given: () => Readonly<Record<string, unknown>>): PolicyRun {
    let config = this.configs.get(policy.id);
    if (config === undefined) {
      config = policy.config ? parseSettings(policy.id, policy.config, given()) : noSchemaConfig;
      this.configs.set(policy.id, config);
    }
    return { config, settings: this.settings, now: this.now };
  }

  /** Later results for the same policy and resource replace earlier ones. */
  record(entry: PackEntry, urn: string, outcome: Outcome): void {
    this.results.set(`${entry.policy.id} ${urn}`, { policy: entry.policy, level: this.levelOf(entry), outcome });
  }

  /** The level in force. */
  levelOf({ policy, level }: PackEntry): Level {
    return this.configuration.get(policy.id)?.level ?? level;
  }

  /** What is known by now. `complete` at the end of a run. */
  reportOf(run: Omit<Stack, "resources">, complete: boolean): Report {
    const results = [...this.results.values()];
    return makeReport({ pack: this.pack, run, complete, results, exceptions: this.exceptions, sections: {} });
  }

  /** The exceptions of the stack's configuration: none where the organization forbids them. */
  get exceptions(): ExceptionList {
    return (this.acceptedExceptions ??= this.readExceptions());
  }

  private readExceptions(): ExceptionList {
    return new ExceptionList(this.settings.allowExceptions ? configuredExceptions() : [], this.now);
  }
}

function configuredExceptions(): readonly Exception[] {
  const text = exceptionsText();
  if (text === undefined) return [];
  return parseSettings("trailguard:exceptions", Exceptions, parsedJson(text));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => (key === "until" ? asDate(value) : value));
  } catch {
    throw new SettingsError(
      "settings of `trailguard:exceptions`: the value is not JSON; set it with `pulumi config set --path 'trailguard:exceptions[0].policy' ...`",
    );
  }
}

/** The CLI hands on a date without quotes, which YAML takes for a time, as `2027-03-31 00:00:00 +0000 UTC`. */
function asDate(value: unknown): unknown {
  return typeof value === "string" ? value.replace(/^(\d{4}-\d{2}-\d{2})[ T]00:00:00\b.*$/, "$1") : value;
}
