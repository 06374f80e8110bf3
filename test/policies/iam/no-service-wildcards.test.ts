import policy from "../../../policies/iam/no-service-wildcards";
import { allow, deny, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "a service on its own resources",
      given: managed(allow("s3:*", ["arn:aws:s3:::app", "arn:aws:s3:::app/*"])),
    },
    { name: "part of a service", given: managed(allow("s3:Get*")) },
    {
      name: "under a condition",
      given: managed(allow("ec2:*", "*", { Condition: { StringEquals: { "aws:ResourceTag/team": "a" } } })),
    },
    { name: "denied", given: managed(deny("s3:*")) },
    { name: "denied again in the same document", given: managed(allow("s3:*"), deny("s3:*")) },
    { name: "everything: that is another matter", given: managed(allow("*")) },
  ],
  fail: [
    {
      name: "a whole service",
      given: managed(allow(["sqs:SendMessage", "dynamodb:*"], "*", { Sid: "Tables" })),
      findings: [
        {
          id: "wholeService",
          at: "policy.Statement[0].Action[1]",
          data: { document: "policy `deploy`", statement: "Tables", action: "dynamodb:*" },
        },
      ],
      controls: ["iam.policy.service-wildcard"],
    },
    {
      name: "trails, in another case",
      given: managed(allow("CloudTrail:*")),
      findings: [{ id: "wholeService", at: "policy.Statement[0].Action" }],
      controls: ["iam.policy.cloudtrail-full"],
    },
    {
      name: "keys",
      given: managed(allow("kms:*")),
      findings: [{ id: "wholeService", at: "policy.Statement[0].Action" }],
      controls: ["iam.policy.kms-full"],
    },
    {
      name: "buckets, of which one is denied",
      given: managed(allow("s3:*"), deny("s3:*", "arn:aws:s3:::audit/*")),
      findings: [{ id: "wholeService", at: "policy.Statement[0].Action" }],
      controls: ["iam.policy.s3-full"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
