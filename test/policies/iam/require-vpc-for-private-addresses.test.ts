import policy from "../../../policies/iam/require-vpc-for-private-addresses";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "with its VPC",
      given: managed(
        allow("s3:GetObject", "*", {
          Condition: {
            IpAddress: { "aws:VpcSourceIp": "10.0.0.0/16" },
            StringEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" },
          },
        }),
      ),
    },
  ],
  fail: [
    {
      name: "without",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { IpAddress: { "aws:VpcSourceIp": "10.0.0.0/16" } } }),
      ),
      findings: [
        {
          id: "unpaired",
          at: "policy.Statement[0].Condition.IpAddress.aws:VpcSourceIp",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "aws:VpcSourceIp",
            operator: "IpAddress",
            value: "",
            line: '"StringEquals": { "aws:SourceVpc": "vpc-0123456789abcdef0" }',
          },
        },
      ],
      controls: ["iam.condition.paired-keys"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
