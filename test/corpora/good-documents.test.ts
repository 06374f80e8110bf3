import assert from "node:assert/strict";
import { recommended } from "../../packs/presets";
import { resolvePack } from "../../lib/core/pack";
import { policies } from "../../policies/registry";
import { documentText } from "../support/iam-documents";
import { plainResource, plainStack, violationsIn } from "../support/run-policies";
import { goodDocuments } from "./good-documents";

describe("documents of ordinary good practice", () => {
  const enforced = resolvePack(recommended, policies)
    .entries.filter(({ level }) => level !== "disabled")
    .map(({ policy }) => policy);

  it("are at least sixty", () => assert.ok(Object.keys(goodDocuments).length >= 60));

  for (const [name, statements] of Object.entries(goodDocuments)) {
    it(`are clean in recommended: ${name}`, () => {
      const policy = plainResource("aws:iam/policy:Policy", "app", {
        name: "app",
        policy: documentText(...statements),
      });
      const trust = documentText({
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal: { Service: "lambda.amazonaws.com" },
      });
      const stack = plainStack([
        policy,
        plainResource("aws:iam/role:Role", "app", { name: "app", assumeRolePolicy: trust }),
        plainResource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "app", {
          role: "app",
          policyArn: "arn:aws:iam::111122223333:policy/app",
        }),
      ]);
      const reported = violationsIn(stack, enforced).filter(({ violation }) => violation.place.urn === policy.urn);
      assert.deepEqual(
        reported.map(({ policy: { id }, violation }) => `${id}: ${violation.message}`),
        [],
      );
    });
  }
});
