import { ManagedPolicy } from "../../../lib/aws/iam/policy";
import { Role } from "../../../lib/aws/iam/role";
import { RolePolicy } from "../../../lib/aws/iam/role-policy";
import policy from "../../../policies/kms/no-decrypt-on-all-keys";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

function document(statement: object) {
  return JSON.stringify({ Version: "2012-10-17", Statement: [{ Sid: "Read", Effect: "Allow", ...statement }] });
}

function managed(statement: object) {
  return declare(ManagedPolicy, "reader", { name: "reader", policy: document(statement) });
}

export default policyTest(policy, {
  pass: [
    { name: "one key", given: managed({ Action: "kms:Decrypt", Resource: key }) },
    { name: "every key, to encrypt", given: managed({ Action: "kms:Encrypt", Resource: "*" }) },
    {
      name: "every key, through one service",
      given: managed({
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } },
      }),
    },
    { name: "every key, denied", given: managed({ Effect: "Deny", Action: "kms:*", Resource: "*" }) },
    {
      name: "every key, and none by another statement",
      given: declare(ManagedPolicy, "reader", {
        name: "reader",
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: "kms:*", Resource: "*" },
            { Effect: "Deny", Action: "kms:*", Resource: "*" },
          ],
        }),
      }),
    },
    { name: "every action, which `iam-no-wildcard-admin` reports", given: managed({ Action: "*", Resource: "*" }) },
    {
      name: "keys by alias",
      given: managed({ Action: "kms:Decrypt", Resource: "arn:aws:kms:*:123456789012:key/mrk-*" }),
    },
    {
      name: "a trust policy",
      given: declare(Role, "reader", {
        assumeRolePolicy: document({ Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }),
      }),
    },
  ],
  fail: [
    {
      name: "every key, in a managed policy",
      given: managed({ Action: "kms:Decrypt", Resource: "*" }),
      findings: [
        { id: "allKeys", at: "policy.Statement[0]", data: { statement: "Read", document: "policy `reader`" } },
      ],
      controls: ["iam.policy.kms-decrypt-all-managed"],
    },
    {
      name: "every key, in an inline policy",
      given: declare(RolePolicy, "reader", {
        role: "ci",
        policy: document({ Action: ["kms:ReEncrypt*"], Resource: "arn:aws:kms:*:*:key/*" }),
      }),
      findings: [{ id: "allKeys", at: "policy.Statement[0]" }],
      controls: ["iam.policy.kms-decrypt-all-inline"],
    },
    {
      name: "every key of a region, in a role",
      given: declare(Role, "reader", {
        assumeRolePolicy: "{}",
        inlinePolicies: [
          { name: "read", policy: document({ Action: "kms:*", Resource: "arn:aws:kms:us-east-1:123456789012:*" }) },
        ],
      }),
      findings: [{ id: "allKeys", at: "inlinePolicies[0].policy.Statement[0]" }],
    },
  ],
  unknown: [
    { name: "a document not known yet", given: declare(ManagedPolicy, "reader", { policy: unknown() }), at: "policy" },
  ],
});
