import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pageOf } from "../../lib/core/naming";
import { repositoryRoot } from "../../scripts/root";

/** One example of a page: a Pulumi program that is wrong (`bad`) or right (`good`) by the page's policy. */
export interface Example {
  readonly policy: string;
  readonly kind: "bad" | "good";
  /** Line of the fence in the page, from 1. */
  readonly line: number;
  readonly code: string;
  /** The policy's settings for it, from a fence such as `ts bad {"minimumDays": 30}`; else `{}`. */
  readonly config: unknown;
}

/** The text of a policy's page, or `undefined` where it has none. */
export function pageText(policy: string): string | undefined {
  const file = join(repositoryRoot, pageOf(policy));
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** The examples of a policy's page, in order. */
export function examplesOf(policy: string): readonly Example[] {
  const text = pageText(policy) ?? "";
  return [...text.matchAll(/^```ts (bad|good)(?: (\{.*\}))?\n([\s\S]*?)^```$/gm)].map((match) => ({
    policy,
    kind: match[1] === "bad" ? "bad" : "good",
    line: text.slice(0, match.index).split("\n").length,
    config: JSON.parse(match[2] ?? "{}") as unknown,
    code: match[3] ?? "",
  }));
}

/** What every example has in scope. */
export const preamble = 'import * as aws from "@pulumi/aws";\nimport * as pulumi from "@pulumi/pulumi";\n';
