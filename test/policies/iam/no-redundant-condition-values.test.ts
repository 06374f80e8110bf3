import policy from "../../../policies/iam/no-redundant-condition-values";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "two values",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "198.51.100.0/24"] } },
        }),
      ),
    },
  ],
  fail: [
    {
      name: "a block in a wider one",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "203.0.113.128/25"] } },
        }),
      ),
      findings: [
        {
          id: "redundant",
          at: "policy.Statement[0].Condition.IpAddress.aws:SourceIp[1]",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "aws:SourceIp",
            operator: "IpAddress",
            value: "203.0.113.128/25",
            line: '"IpAddress": { "aws:SourceIp": "203.0.113.0/24" }',
          },
        },
      ],
      controls: ["iam.condition.redundant-value"],
    },
    {
      name: "one twice",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringEquals: { "aws:SourceAccount": ["111122223333", "111122223333"] } },
        }),
      ),
      findings: [{ id: "redundant", at: "policy.Statement[0].Condition.StringEquals.aws:SourceAccount[1]" }],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
