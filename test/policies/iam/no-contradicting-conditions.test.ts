import policy from "../../../policies/iam/no-contradicting-conditions";
import { allow, deny, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "one truth",
      given: managed(
        deny("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { Bool: { "aws:SecureTransport": "false" } } }),
      ),
    },
    {
      name: "existence",
      given: managed(allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { Null: { "aws:TagKeys": "true" } } })),
    },
  ],
  fail: [
    {
      name: "both truths",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { Bool: { "aws:MultiFactorAuthPresent": ["true", "false"] } },
        }),
      ),
      findings: [
        {
          id: "bothTruths",
          at: "policy.Statement[0].Condition.Bool.aws:MultiFactorAuthPresent",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "aws:MultiFactorAuthPresent",
            operator: "Bool",
            value: "",
            line: '"Bool": { "aws:MultiFactorAuthPresent": "true" }',
          },
        },
      ],
      controls: ["iam.condition.multi-bool"],
    },
    {
      name: "existence of all values",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { "ForAllValues:Null": { "aws:TagKeys": "true" } } }),
      ),
      findings: [
        {
          id: "qualifiedNull",
          at: "policy.Statement[0].Condition.ForAllValues:Null.aws:TagKeys",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "aws:TagKeys",
            operator: "ForAllValues:Null",
            value: "",
            line: '"Null": { "aws:TagKeys": "true" }',
          },
        },
      ],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
