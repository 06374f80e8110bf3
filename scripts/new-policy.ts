import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileNameOf, policyNamePattern, serviceOf } from "../lib/core/naming";
import { policies } from "../policies/registry";
import { registryText } from "./generated/registry";
import { repositoryRoot as root } from "./root";
import { scaffold } from "./scaffold";

/** `npm run new -- cloudtrail require-x`: writes a policy, its test and its page, with one red test to begin with. */
async function main(words: readonly string[]): Promise<number> {
  const id = words.join("-");
  const problem = problemWith(id, words);
  if (problem !== undefined) {
    console.error(problem);
    return 1;
  }
  const files = scaffold(id);
  for (const [file, text] of files) write(file, text);
  write("policies/registry.ts", await registryText());
  console.log(`wrote ${[...files.keys()].join(", ")}`);
  console.log(`next: npm run build && npx mocha dist/test/policies/${serviceOf(id)}/${fileNameOf(id)}.test.js`);
  console.log("one test is red: it says what to write first; then docs/adding-a-policy.md goes on");
  return 0;
}

function problemWith(id: string, words: readonly string[]): string | undefined {
  if (words.length !== 2)
    return "usage: npm run new -- <service> <name>, for example: npm run new -- cloudtrail require-tags";
  if (!policyNamePattern.test(id)) {
    return `\`${id}\` is no name of a policy: write a service, then no-, require-, limit- or prefer- and what, in lower case with dashes`;
  }
  if (policies.some((policy) => policy.id === id || policy.formerly?.includes(id))) return `\`${id}\` exists already`;
  const taken = [...scaffold(id).keys()].find((file) => existsSync(join(root, file)));
  return taken === undefined ? undefined : `${taken} exists already`;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
