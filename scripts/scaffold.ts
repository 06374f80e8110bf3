import { fileNameOf, pageOf, serviceOf } from "../lib/core/naming";

/** The files of a new policy, by path. They compile and pass, but for one test that asks for the rule itself. */
export function scaffold(id: string): ReadonlyMap<string, string> {
  const service = serviceOf(id);
  const file = fileNameOf(id);
  return new Map([
    [`policies/${service}/${file}.ts`, policyText(id)],
    [`test/policies/${service}/${file}.test.ts`, testText(service, file)],
    [pageOf(id), pageText()],
  ]);
}

function policyText(id: string): string {
  return `import { Trail } from "../../lib/aws/cloudtrail/trail";
import { isTrue } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "${id}",
  on: Trail,
  severity: "medium",
  preset: "opt-in",
  summary: "Say the rule in one line",
  why: "Say what goes wrong without it.",
  fix: "Say what to write.",
  practice: 15,
  messages: { wrong: "trail \`{trail}\` says what is wrong" },
  *check(trail, { must }) {
    // The rule: begin here. Views are in lib/aws, claims in lib/core/claim.ts.
    yield* must(isTrue(trail.enableLogging), "wrong", { trail: trail.name });
  },
});
`;
}

function testText(service: string, file: string): string {
  return `import { Trail } from "../../../lib/aws/cloudtrail/trail";
import policy from "../../../policies/${service}/${file}";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [{ name: "what is right", given: declare(Trail, "main", { s3BucketName: "logs" }) }],
  fail: [
    {
      name: "red until you write it: what is wrong",
      given: declare(Trail, "main", { s3BucketName: "logs", tags: { todo: "write a program that is wrong" } }),
      only: "deployed", // take this out: every case is worth both a first preview and a deployment
      findings: [{ id: "wrong", at: "enableLogging", data: { trail: "main" } }],
    },
  ],
  unknown: [
    {
      name: "a value from another stack",
      given: declare(Trail, "main", { s3BucketName: "logs", enableLogging: unknown() }),
      at: "enableLogging",
    },
  ],
});
`;
}

function pageText(): string {
  return `<!-- end of the generated header -->

## Why

Say what happened to somebody, and what the rule would have changed.

## Examples

\`\`\`ts bad
new aws.cloudtrail.Trail("main", { s3BucketName: "logs", enableLogging: false });
\`\`\`

\`\`\`ts good
new aws.cloudtrail.Trail("main", { s3BucketName: "logs" });
\`\`\`

## What it does not see

Say what it misses, and why.

## When not to use it

Say when to switch it off.
`;
}
