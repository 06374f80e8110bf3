import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { execute, type Executed } from "../execute";
import { repositoryRoot } from "../root";
import type { PulumiCli } from "./cli";

export interface WorkspaceOptions {
  readonly cli: PulumiCli;
  /** The text of the program: a CommonJS module that may `require("@pulumi/aws")`. */
  readonly program: string;
  /** The name of the Pulumi project. */
  readonly project: string;
  /** The stack's configuration with full keys, as `aws:region`; objects and lists are kept as such. */
  readonly config?: Readonly<Record<string, unknown>>;
}

export interface RunOptions {
  /** Folders of policy packs, absolute. */
  readonly policyPacks?: readonly string[];
  /** Configuration of these packs, in the same order, by policy name. */
  readonly policyPackConfigs?: readonly Readonly<Record<string, unknown>>[];
  /** Environment variables on top of the workspace's own. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Further arguments for the CLI, as `--color=always`. */
  readonly arguments?: readonly string[];
}

/** An event of the engine, as written by `--event-log`: one key besides these two says which it is. */
export interface EngineEvent {
  readonly sequence: number;
  readonly timestamp: number;
  readonly policyEvent?: PolicyEvent;
  readonly diagnosticEvent?: { readonly message: string; readonly severity: string; readonly urn?: string };
  readonly resourcePreEvent?: { readonly metadata: { readonly urn: string; readonly op: string } };
  readonly summaryEvent?: { readonly resourceChanges?: Readonly<Record<string, number>> };
}

export interface PolicyEvent {
  readonly resourceUrn?: string;
  readonly message: string;
  readonly policyName: string;
  readonly policyPackName: string;
  readonly policyPackVersion: string;
  readonly enforcementLevel: string;
  readonly severity?: string;
}

export interface RunResult extends Executed {
  /** The engine's events in order; empty where the engine did not start. */
  readonly events: readonly EngineEvent[];
  /** The violations among the events, sorted by policy, resource and message. */
  readonly violations: readonly PolicyEvent[];
}

const stack = "dev";
const timeoutMilliseconds = 180_000;

/**
 * A throw-away home for runs of the real CLI: its own PULUMI_HOME, its own state in files, the stand-in for AWS first
 * on PATH. Nothing of the user's is read or changed, and nothing outside the folder is written.
 */
export class PulumiWorkspace {
  private readonly directory: string;
  private runs = 0;
  private isInitialised = false;

  constructor(private readonly options: WorkspaceOptions) {
    this.directory = realpathSync(mkdtempSync(join(tmpdir(), "trailguard-")));
    for (const folder of ["bin", "home", "pulumi", "state", "program", "tmp"]) mkdirSync(join(this.directory, folder));
    this.writeStandIns();
    this.writeProgram();
  }

  /** Runs `pulumi preview`. */
  preview(run: RunOptions = {}): Promise<RunResult> {
    return this.operate(["preview", "--diff=false"], run);
  }

  /** Runs `pulumi up`: the stand-in "creates" the resources. */
  up(run: RunOptions = {}): Promise<RunResult> {
    return this.operate(["up", "--yes", "--skip-preview"], run);
  }

  /** Runs `pulumi policy analyze` on the state that the last `up` left behind. */
  async analyze(run: RunOptions = {}): Promise<RunResult> {
    const executed = await this.run(["policy", "analyze", "--stack", stack, ...this.policyArguments(run)], run);
    return { ...executed, events: [], violations: [] };
  }

  /** The state as `pulumi stack export` gives it; secrets stay encrypted. */
  async exportState(): Promise<StackState> {
    const { exitCode, stdout, stderr } = await this.run(["stack", "export", "--stack", stack], {});
    if (exitCode !== 0) throw new Error(`pulumi stack export failed: ${stderr}`);
    return JSON.parse(stdout) as StackState;
  }

  /** Replaces the program, as an edit between two runs does. */
  changeProgram(program: string): void {
    writeFileSync(join(this.directory, "program", "index.js"), program);
  }

  dispose(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  private async operate(operation: readonly string[], run: RunOptions): Promise<RunResult> {
    await this.initialise();
    this.runs += 1;
    const log = join(this.directory, "tmp", `events-${this.runs}.json`);
    const plain = run.arguments?.some((each) => each.startsWith("--color")) === true ? [] : ["--color=never"];
    const executed = await this.run(
      [...operation, "--stack", stack, "--event-log", log, ...plain, ...this.policyArguments(run)],
      run,
    );
    const events = readEvents(log);
    return { ...executed, events, violations: violationsOf(events) };
  }

  private async initialise(): Promise<void> {
    if (this.isInitialised) return;
    const { exitCode, stderr } = await this.run(["stack", "init", stack], {});
    if (exitCode !== 0) throw new Error(`pulumi stack init failed: ${stderr}`);
    this.isInitialised = true;
  }

  private run(command: readonly string[], run: RunOptions): Promise<Executed> {
    return execute({
      executable: this.options.cli.executable,
      arguments: [...command, "--non-interactive", ...(run.arguments ?? [])],
      directory: join(this.directory, "program"),
      environment: this.environment(run.environment ?? {}),
      timeoutMilliseconds,
    });
  }

  private policyArguments(run: RunOptions): string[] {
    const packs = (run.policyPacks ?? []).flatMap((folder) => ["--policy-pack", folder]);
    const configs = (run.policyPackConfigs ?? []).flatMap((config, index) => {
      const file = join(this.directory, "tmp", `config-${this.runs}-${index}.json`);
      writeFileSync(file, JSON.stringify(config));
      return ["--policy-pack-config", file];
    });
    return [...packs, ...configs];
  }

  private environment(additional: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
    const inDirectory = (name: string): string => join(this.directory, name);
    return {
      PATH: [inDirectory("bin"), process.env.PATH].join(delimiter),
      HOME: inDirectory("home"),
      TMPDIR: inDirectory("tmp"),
      LANG: "C.UTF-8",
      PULUMI_HOME: inDirectory("pulumi"),
      PULUMI_BACKEND_URL: `file://${inDirectory("state")}`,
      PULUMI_CONFIG_PASSPHRASE: "trailguard",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_SKIP_CONFIRMATIONS: "true",
      // the CLI has --event-log only with its debug commands on
      PULUMI_DEBUG_COMMANDS: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      ...additional,
    };
  }

  /** The stand-in for AWS goes on PATH, where the CLI says so; the language host where the CLI installs its plugins. */
  private writeStandIns(): void {
    this.writeShim("bin", "pulumi-resource-aws", "resource-aws");
    if (this.options.cli.hasLanguageHost) return;
    const plugin = join("pulumi", "plugins", `language-nodejs-v${this.options.cli.version}`);
    this.writeShim(plugin, "pulumi-language-nodejs", "language-host");
  }

  private writeShim(folder: string, name: string, source: string): void {
    const main = join(__dirname, source, "main.js");
    const text = `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`;
    mkdirSync(join(this.directory, folder), { recursive: true });
    writeFileSync(join(this.directory, folder, name), text, { mode: 0o755 });
  }

  private writeProgram(): void {
    const { project, config = {} } = this.options;
    const inProgram = (name: string): string => join(this.directory, "program", name);
    this.changeProgram(this.options.program);
    writeFileSync(inProgram("package.json"), JSON.stringify({ name: project, version: "0.0.0", main: "index.js" }));
    writeFileSync(
      inProgram("Pulumi.yaml"),
      `name: ${project}\nruntime:\n  name: nodejs\n  options: { typescript: false }\n`,
    );
    writeFileSync(
      inProgram(`Pulumi.${stack}.yaml`),
      `config: ${JSON.stringify({ "aws:region": "eu-central-1", ...config })}\n`,
    );
    symlinkSync(realpathSync(join(repositoryRoot, "node_modules")), inProgram("node_modules"));
  }
}

export interface StackState {
  readonly deployment: { readonly resources?: readonly StateResource[] };
}

export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

function readEvents(file: string): readonly EngineEvent[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as EngineEvent);
}

function violationsOf(events: readonly EngineEvent[]): readonly PolicyEvent[] {
  const violations = events.flatMap((event) => event.policyEvent ?? []);
  const key = ({ policyName, resourceUrn, message }: PolicyEvent): string =>
    `${policyName} ${resourceUrn ?? ""} ${message}`;
  return violations.sort((left, right) => (key(left) < key(right) ? -1 : 1));
}
