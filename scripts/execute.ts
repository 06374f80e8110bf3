import { spawn } from "node:child_process";

export interface Command {
  readonly executable: string;
  readonly arguments: readonly string[];
  readonly directory?: string;
  /** The whole environment; the one of this process where absent. */
  readonly environment?: NodeJS.ProcessEnv;
  readonly timeoutMilliseconds: number;
}

export interface Executed {
  /** The exit code; 127 where the program could not be started, 124 where it took too long. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program without input and collects what it says. Never rejects. */
export function execute(command: Command): Promise<Executed> {
  const child = spawn(command.executable, command.arguments, {
    cwd: command.directory,
    env: command.environment ?? process.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  return new Promise((resolve) => {
    let late = false;
    const alarm = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, command.timeoutMilliseconds);
    const end = (exitCode: number, note: string): void => {
      clearTimeout(alarm);
      resolve({ exitCode, stdout: textOf(stdout), stderr: `${textOf(stderr)}${note}` });
    };
    child.once("error", (error) => end(127, error.message));
    child.once("close", (code) => end(late ? 124 : (code ?? 1), late ? "it took too long" : ""));
  });
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString();
}
