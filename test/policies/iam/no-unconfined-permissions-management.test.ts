import policy from "../../../policies/iam/no-unconfined-permissions-management";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "one bucket", given: managed(allow("s3:PutBucketPolicy", "arn:aws:s3:::app")) },
    {
      name: "under a condition",
      given: managed(allow("kms:CreateGrant", "*", { Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } } })),
    },
    { name: "reading", given: managed(allow("s3:GetBucketPolicy")) },
    {
      name: "a whole service, which another policy reports",
      given: managed(allow(["s3:*", "s3:PutBucketPolicy"])),
    },
  ],
  fail: [
    {
      name: "the policy of any bucket",
      given: managed(allow(["s3:GetObject", "s3:PutBucketPolicy", "s3:PutBucketAcl"], "arn:aws:s3:::*")),
      findings: [
        {
          id: "everywhere",
          at: "policy.Statement[0].Action[1]",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            actions: "`s3:PutBucketAcl` and `s3:PutBucketPolicy`",
          },
        },
      ],
      controls: ["iam.level.permissions-management"],
    },
    {
      name: "rewriting the policy of queues that may only be listed",
      given: managed(allow(["sqs:ListQueues", "sqs:AddPermission"])),
      findings: [
        {
          id: "everywhere",
          at: "policy.Statement[0].Action[1]",
          data: { document: "policy `deploy`", statement: "Statement[0]", actions: "`sqs:AddPermission`" },
        },
      ],
      controls: ["iam.policy.resource-policy-escalation"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
