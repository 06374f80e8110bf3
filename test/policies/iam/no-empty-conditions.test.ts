import policy from "../../../policies/iam/no-empty-conditions";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "a value",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abc1234567" } },
        }),
      ),
    },
  ],
  fail: [
    {
      name: "none",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { StringEquals: { "aws:PrincipalOrgID": [] } } }),
      ),
      findings: [
        {
          id: "empty",
          at: "policy.Statement[0].Condition.StringEquals.aws:PrincipalOrgID",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "aws:PrincipalOrgID",
            operator: "StringEquals",
            value: "",
            line: '"StringEquals": { "aws:PrincipalOrgID": [] }',
          },
        },
      ],
      controls: ["iam.condition.empty"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
