import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "../../scripts/root";

/** A pack of one policy that looks at every resource and says nothing: what any pack costs. */
export function emptyPack(): string {
  const folder = mkdtempSync(join(tmpdir(), "trailguard-empty-pack-"));
  const entry = `"use strict";
const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("empty", { policies: [
  { name: "empty-resource", description: "nothing", enforcementLevel: "advisory", validateResource: () => {} },
  { name: "empty-stack", description: "nothing", enforcementLevel: "advisory", validateStack: () => {} },
] });
`;
  writeFileSync(join(folder, "index.js"), entry);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "empty", version: "0.0.1", main: "index.js" }));
  writeFileSync(
    join(folder, "PulumiPolicy.yaml"),
    "description: nothing\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
  );
  symlinkSync(join(repositoryRoot, "node_modules"), join(folder, "node_modules"));
  return folder;
}

export interface StartedPack {
  readonly port: number;
  /** Milliseconds from the start of the process to its port. */
  readonly milliseconds: number;
  /** The most memory that the process has had, in bytes; 0 where the system does not tell. */
  peakMemory(): number;
  stop(): void;
}

/** Starts a pack as the CLI does, and waits for its port. */
export function startPack(folder: string): Promise<StartedPack> {
  const begin = process.hrtime.bigint();
  const run = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const child = spawn(process.execPath, [run, "127.0.0.1:0", folder], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    let output = "";
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the pack in ${folder} ended with code ${code}`)));
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const port = /^(\d+)\n/.exec(output)?.[1];
      if (port === undefined) return;
      const milliseconds = Number(process.hrtime.bigint() - begin) / 1e6;
      resolve({
        port: Number(port),
        milliseconds,
        peakMemory: () => peakMemoryOf(child),
        stop: () => child.kill("SIGKILL"),
      });
    });
  });
}

function peakMemoryOf({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
