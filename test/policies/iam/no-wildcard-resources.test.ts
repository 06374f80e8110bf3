import policy from "../../../policies/iam/no-wildcard-resources";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "one bucket", given: managed(allow("s3:ListBucket", "arn:aws:s3:::app")) },
    { name: "what takes no resource", given: managed(allow("ec2:DescribeInstances")) },
    {
      name: "the progress of changes to a zone, whose ids nobody knows beforehand",
      given: managed(allow("route53:GetChange", "arn:aws:route53:::change/*")),
    },
    {
      name: "a whole service, which another policy reports",
      given: managed(allow(["s3:*", "s3:GetObject"])),
    },
  ],
  fail: [
    {
      name: "reading any queue",
      given: managed(allow("sqs:GetQueueAttributes")),
      findings: [
        {
          id: "everywhere",
          at: "policy.Statement[0].Action",
          data: { document: "policy `deploy`", statement: "Statement[0]", actions: "`sqs:GetQueueAttributes`" },
        },
      ],
      controls: ["iam.policy.resource-star"],
    },
    {
      name: "an ARN that is everything all the same",
      given: managed(allow("s3:GetBucketTagging", "arn:aws:s3:::*")),
      findings: [{ id: "everywhere", at: "policy.Statement[0].Action" }],
      controls: ["iam.policy.resource-effectively-star"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
