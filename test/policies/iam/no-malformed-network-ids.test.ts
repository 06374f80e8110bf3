import policy from "../../../policies/iam/no-malformed-network-ids";
import { allow, deny, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "a VPC",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" } },
        }),
      ),
    },
    {
      name: "a pattern",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { StringLike: { "aws:SourceVpce": "vpce-*" } } }),
      ),
    },
  ],
  fail: [
    {
      name: "a VPC in place of its endpoint",
      given: managed(
        deny("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringNotEquals: { "aws:SourceVpce": "vpc-0123456789abcdef0" } },
        }),
      ),
      findings: [
        {
          id: "noNetworkId",
          at: "policy.Statement[0].Condition.StringNotEquals.aws:SourceVpce",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "aws:SourceVpce",
            operator: "StringNotEquals",
            value: "vpc-0123456789abcdef0",
            line: '"StringNotEquals": { "aws:SourceVpce": "vpce-0123456789abcdef0" }',
          },
        },
      ],
      controls: ["iam.condition.vpc-format"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
