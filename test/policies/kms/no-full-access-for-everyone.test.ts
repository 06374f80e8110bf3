import { Key } from "../../../lib/aws/kms/key";
import { KeyPolicy } from "../../../lib/aws/kms/key-policy";
import policy from "../../../policies/kms/no-full-access-for-everyone";
import { policyTest } from "../../support/policy-test";
import { declare, jsonStringify, unknown } from "../../support/program";

function keyThatAllows(principal: object | string, action: string | readonly string[]) {
  const statement = {
    Sid: "Use",
    Effect: "Allow",
    Principal: principal,
    Action: action,
    Resource: "*",
    Condition: { StringEquals: { "kms:CallerAccount": "123456789012" } },
  };
  return declare(Key, "logs", { policy: jsonStringify({ Version: "2012-10-17", Statement: statement }) });
}

export default policyTest(policy, {
  pass: [
    { name: "the account may do everything", given: keyThatAllows({ AWS: "arn:aws:iam::123456789012:root" }, "kms:*") },
    { name: "everybody of the account may decrypt", given: keyThatAllows("*", ["kms:Decrypt", "kms:DescribeKey"]) },
    { name: "AWS's default policy", given: declare(Key, "logs") },
  ],
  fail: [
    {
      name: "everything for everybody",
      given: keyThatAllows("*", "kms:*"),
      findings: [{ id: "everything", at: "policy.Statement", data: { statement: "Use", kind: "key", key: "logs" } }],
      controls: ["kms.policy.full-permissions"],
    },
    {
      name: "everything among other things",
      given: keyThatAllows({ AWS: ["*"] }, ["kms:Decrypt", "KMS:*"]),
      findings: [{ id: "everything", at: "policy.Statement" }],
    },
    {
      name: "a policy of its own",
      given: declare(KeyPolicy, "open", {
        keyId: "1234abcd-12ab-34cd-56ef-1234567890ab",
        policy: { Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] },
      }),
      findings: [
        {
          id: "everything",
          at: "policy.Statement[0]",
          data: { statement: "Statement[0]", kind: "key policy", key: "open" },
        },
      ],
    },
  ],
  unknown: [{ name: "a document not known yet", given: declare(Key, "logs", { policy: unknown() }), at: "policy" }],
});
