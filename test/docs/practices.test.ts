import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Practice, pageOfPractice, practices } from "../../lib/core/practices";
import { policies } from "../../policies/registry";
import { repositoryRoot } from "../../scripts/root";

const numbers = Object.keys(practices).map(Number) as Practice[];
const sections = ["What it asks for", "What trailguard makes of it", "What a program does not show"];

describe("the pages of the IAM best practices", () => {
  for (const practice of numbers) {
    it(`${practice}: ${practices[practice]}`, () => {
      assert.ok(policies.some((policy) => policy.practice === practice && policy.preset === "recommended"));
      const page = readFileSync(join(repositoryRoot, pageOfPractice(practice)), "utf8");
      const titles = [...page.matchAll(/^## (.*)\n\n(?=\S)/gm)].map(([, title]) => title);
      assert.deepEqual(titles, sections);
    });
  }
});
