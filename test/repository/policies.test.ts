import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileNameOf, pageOf, policyNamePattern, serviceOf } from "../../lib/core/naming";
import { type Message } from "../../lib/core/message";
import { type Policy } from "../../lib/core/policy";
import { policies } from "../../policies/registry";
import { policyFiles } from "../../scripts/generated/registry";
import { repositoryRoot } from "../../scripts/root";
import { examplesOf, pageText } from "../docs/pages";
import { type PolicyTest } from "../support/policy-test";

const headings = ["## Why", "## Examples", "## What it does not see", "## When not to use it"];

function sourceOf({ id }: Policy): string {
  return join("policies", serviceOf(id), `${fileNameOf(id)}.ts`);
}

function testOf({ id }: Policy): PolicyTest | undefined {
  const file = join(repositoryRoot, "dist/test/policies", serviceOf(id), `${fileNameOf(id)}.test.js`);
  return existsSync(file) ? (require(file) as { default?: PolicyTest }).default : undefined;
}

/** What the law of the house says against each policy: a line per breach. */
function breaches(law: (policy: Policy) => string | undefined): string[] {
  return policies.flatMap((policy) => {
    const breach = law(policy);
    return breach === undefined ? [] : [`${policy.id}: ${breach}`];
  });
}

function textsOf(message: Message): readonly string[] {
  return typeof message === "string" ? [message] : [message.what];
}

function fixesOf(policy: Policy): readonly string[] {
  return [
    policy.fix,
    ...Object.values(policy.messages).flatMap((message) => (typeof message === "string" ? [] : [message.fix])),
  ];
}

describe("the law of the house", () => {
  it("one policy, one file: the registry lists them all, sorted", () => {
    const files = policyFiles().map(
      (file) => `${serviceOf(file.replace("/", "-"))}-${file.slice(file.indexOf("/") + 1)}`,
    );
    assert.deepEqual(
      policies.map(({ id }) => id),
      files,
    );
  });

  it("names follow the grammar, and none is used twice or taken up again", () => {
    assert.deepEqual(
      breaches(({ id }) =>
        policyNamePattern.test(id) ? undefined : "is not <service>-<no|require|limit|prefer>-<what>",
      ),
      [],
    );
    const names = policies.flatMap(({ id, formerly }) => [id, ...(formerly ?? [])]);
    assert.equal(new Set(names).size, names.length);
  });

  it("a policy file exports its policy and nothing else", () => {
    assert.deepEqual(
      breaches((policy) => {
        const exported = [
          ...readFileSync(join(repositoryRoot, sourceOf(policy)), "utf8").matchAll(/^export (.*)$/gm),
        ].map(([, what]) => what ?? "");
        return exported.length === 1 && exported[0]?.startsWith("default definePolicy({")
          ? undefined
          : `exports ${exported.join(" and ")}`;
      }),
      [],
    );
  });

  it("texts are written in one way", () => {
    assert.deepEqual(
      breaches(({ summary }) => (/^[A-Z].*[^.]$/.test(summary) ? undefined : `summary: ${summary}`)),
      [],
    );
    assert.deepEqual(
      breaches(({ why }) => (/^[A-Z`].*[.]$/.test(why) ? undefined : `why: ${why}`)),
      [],
    );
    assert.deepEqual(
      breaches((policy) => fixesOf(policy).find((fix) => !/^[A-Z`{].*[.?]$|^\{[a-z][A-Za-z]*\}$/.test(fix))),
      [],
    );
    assert.deepEqual(
      breaches(({ messages }) =>
        Object.values(messages)
          .flatMap(textsOf)
          .find((text) => /^(?!CloudTrail |CloudWatch )[A-Z][a-z]|[.]$/.test(text)),
      ),
      [],
    );
  });

  it("every policy has a page with its headings in order, and examples of both kinds", () => {
    assert.deepEqual(
      breaches(({ id }) => {
        const text = pageText(id);
        if (text === undefined) return `no ${pageOf(id)}`;
        const found = [...text.matchAll(/^## .*$/gm)].map(([heading]) => heading);
        if (found.join() !== headings.join()) return `headings are ${found.join(", ")}`;
        const kinds = new Set(examplesOf(id).map(({ kind }) => kind));
        return kinds.size === 2 ? undefined : "needs a bad and a good example";
      }),
      [],
    );
  });

  it("every page belongs to a policy", () => {
    const folder = join(repositoryRoot, "docs/policies");
    const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".md") && file !== "README.md",
    );
    const wanted = new Set(policies.map(({ id }) => pageOf(id).slice("docs/policies/".length)));
    assert.deepEqual(
      pages.filter((page) => !wanted.has(page)),
      [],
    );
  });

  it("every policy has a table of cases", () => {
    assert.deepEqual(
      breaches((policy) => {
        return testOf(policy)?.policy.id === policy.id ? undefined : "has no test with a table of this policy";
      }),
      [],
    );
  });

  it("unknown values are shown by the policy itself, or by one that shows them", () => {
    const shownBy = new Map(policies.map((policy) => [policy.id, testOf(policy)?.table.shownBy]));
    assert.deepEqual(
      breaches(({ id }) => {
        const other = shownBy.get(id);
        if (other === undefined) return undefined;
        return shownBy.has(other) && shownBy.get(other) === undefined ? undefined : `\`${other}\` does not show them`;
      }),
      [],
    );
  });
});
