import policy from "../../../policies/iam/no-private-source-ip";
import { allow, deny, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "a public block",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }),
      ),
    },
    {
      name: "a private block of a VPC",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { IpAddress: { "aws:VpcSourceIp": "10.0.0.0/16" } } }),
      ),
    },
    {
      name: "everybody",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } } }),
      ),
    },
  ],
  fail: [
    {
      name: "a private block beside a public one",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "10.0.0.0/8"] } },
        }),
      ),
      findings: [
        {
          id: "privateSource",
          at: "policy.Statement[0].Condition.IpAddress.aws:SourceIp[1]",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "aws:SourceIp",
            operator: "IpAddress",
            value: "10.0.0.0/8",
            line: '"IpAddress": { "aws:VpcSourceIp": ["203.0.113.0/24","10.0.0.0/8"] }',
          },
        },
      ],
      controls: ["iam.condition.private-ip"],
    },
    {
      name: "a denial of all but a private block",
      given: managed(
        deny("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { NotIpAddress: { "AWS:SourceIp": "192.168.1.0/24" } },
        }),
      ),
      findings: [{ id: "privateSource", at: "policy.Statement[0].Condition.NotIpAddress.AWS:SourceIp" }],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
