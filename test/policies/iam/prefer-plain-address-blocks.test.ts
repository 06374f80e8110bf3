import policy from "../../../policies/iam/prefer-plain-address-blocks";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "a block",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }),
      ),
    },
    {
      name: "one address",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { IpAddress: { "aws:SourceIp": "203.0.113.7" } } }),
      ),
    },
  ],
  fail: [
    {
      name: "an address with a length",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { IpAddress: { "aws:SourceIp": "203.0.113.7/24" } } }),
      ),
      findings: [
        {
          id: "looseBlock",
          at: "policy.Statement[0].Condition.IpAddress.aws:SourceIp",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "aws:SourceIp",
            operator: "IpAddress",
            value: "203.0.113.7/24",
            line: '"IpAddress": { "aws:SourceIp": "203.0.113.0/24" }',
          },
        },
      ],
      controls: ["iam.condition.ip-range"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
