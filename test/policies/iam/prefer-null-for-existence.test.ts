import policy from "../../../policies/iam/prefer-null-for-existence";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "existence",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { Null: { "aws:PrincipalTag/team": "false" } } }),
      ),
    },
  ],
  fail: [
    {
      name: "anything",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { StringLike: { "aws:PrincipalTag/team": "*" } } }),
      ),
      findings: [
        {
          id: "anything",
          at: "policy.Statement[0].Condition.StringLike.aws:PrincipalTag/team",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "aws:PrincipalTag/team",
            operator: "StringLike",
            value: "",
            line: '"Null": { "aws:PrincipalTag/team": "false" }',
          },
        },
      ],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
