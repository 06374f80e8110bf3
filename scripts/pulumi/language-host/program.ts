import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as messages from "@pulumi/pulumi/proto/language_pb";

/** The exit code of the Node SDK for "the error has been shown already". Source: `cmd/run/index.js`. */
const failedAfterMessage = 32;

/** Runs the Pulumi program that the engine asks for and waits for its end. */
export function runProgram(request: messages.RunRequest, engineAddress: string): Promise<messages.RunResponse> {
  const directory = request.getInfo()?.getProgramDirectory() ?? request.getPwd();
  const runner = createRequire(join(directory, "index.js")).resolve("@pulumi/pulumi/cmd/run");
  const child = spawn(process.execPath, [runner, ...runnerArguments(request, engineAddress)], {
    cwd: request.getPwd(),
    env: programEnvironment(request),
    stdio: ["ignore", "inherit", "inherit"],
  });
  process.once("exit", () => child.kill("SIGKILL"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(responseFor(code)));
  });
}

function runnerArguments(request: messages.RunRequest, engineAddress: string): string[] {
  const flags = [
    `--monitor=${request.getMonitorAddress()}`,
    `--engine=${engineAddress}`,
    `--organization=${request.getOrganization()}`,
    `--project=${request.getProject()}`,
    `--stack=${request.getStack()}`,
    `--pwd=${request.getPwd()}`,
    `--parallel=${request.getParallel()}`,
  ];
  if (request.getDryrun()) flags.push("--dry-run");
  return [...flags, entryPoint(request), ...request.getArgsList()];
}

function entryPoint(request: messages.RunRequest): string {
  const info = request.getInfo();
  return info === undefined ? request.getProgram() : join(info.getProgramDirectory(), info.getEntryPoint());
}

function programEnvironment(request: messages.RunRequest): NodeJS.ProcessEnv {
  const config: Record<string, string> = {};
  request.getConfigMap().forEach((value, key) => {
    config[key] = value;
  });
  return {
    ...process.env,
    PULUMI_CONFIG: JSON.stringify(config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    PULUMI_NODEJS_TYPESCRIPT: "false",
  };
}

function responseFor(code: number | null): messages.RunResponse {
  if (code === 0) return new messages.RunResponse();
  if (code === failedAfterMessage) return new messages.RunResponse().setBail(true);
  return new messages.RunResponse().setError(`the program ended with exit code ${code ?? "none"}`);
}
