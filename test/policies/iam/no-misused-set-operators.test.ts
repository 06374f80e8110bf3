import policy from "../../../policies/iam/no-misused-set-operators";
import { allow, deny, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "several values",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } },
        }),
      ),
    },
    {
      name: "one value",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abc1234567" } },
        }),
      ),
    },
    {
      name: "existence of several values",
      given: managed(allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { Null: { "aws:TagKeys": "false" } } })),
    },
  ],
  fail: [
    {
      name: "all of one value",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { "ForAllValues:StringEquals": { "aws:ResourceTag/team": ["a"] } },
        }),
      ),
      findings: [
        {
          id: "allOfOne",
          at: "policy.Statement[0].Condition.ForAllValues:StringEquals.aws:ResourceTag/team",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "aws:ResourceTag/team",
            operator: "ForAllValues:StringEquals",
            value: "",
            line: '"StringEquals": { "aws:ResourceTag/team": "a" }',
          },
        },
      ],
      controls: ["iam.condition.forallvalues-single"],
    },
    {
      name: "no qualifier",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { StringEquals: { "aws:TagKeys": "team" } } }),
      ),
      findings: [
        {
          id: "noQualifier",
          at: "policy.Statement[0].Condition.StringEquals.aws:TagKeys",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "aws:TagKeys",
            operator: "StringEquals",
            value: "",
            line: '"ForAllValues:StringEquals": { "aws:TagKeys": "team" }',
          },
        },
      ],
      controls: ["iam.condition.missing-qualifier"],
    },
    {
      name: "no qualifier in a denial",
      given: managed(
        deny("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringLike: { "aws:PrincipalOrgPaths": "o-abc/*" } },
        }),
      ),
      findings: [{ id: "noQualifier", at: "policy.Statement[0].Condition.StringLike.aws:PrincipalOrgPaths" }],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
