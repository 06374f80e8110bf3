import policy from "../../../policies/iam/no-invalid-conditions";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "an address",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }),
      ),
    },
    {
      name: "a date",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { DateLessThan: { "aws:CurrentTime": "2027-01-01T00:00:00Z" } },
        }),
      ),
    },
  ],
  fail: [
    {
      name: "a misspelled operator",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringEqual: { "aws:PrincipalOrgID": "o-abc1234567" } },
        }),
      ),
      findings: [
        {
          id: "refused",
          at: "policy.Statement[0].Condition.StringEqual.aws:PrincipalOrgID",
          data: {
            document: "policy `deploy`",
            problem: "`StringEqual` is no condition operator",
            correction: "Write `StringEquals`.",
          },
        },
      ],
      controls: ["iam.condition.unknown-operator"],
    },
    {
      name: "a date in words",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { DateLessThan: { "aws:CurrentTime": "next year" } },
        }),
      ),
      findings: [{ id: "refused", at: "policy.Statement[0].Condition.DateLessThan.aws:CurrentTime" }],
      controls: ["iam.condition.date"],
    },
    {
      name: "existence with a third answer",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { Null: { "aws:MultiFactorAuthAge": "maybe" } } }),
      ),
      findings: [{ id: "refused", at: "policy.Statement[0].Condition.Null.aws:MultiFactorAuthAge" }],
      controls: ["iam.condition.null-value"],
    },
    {
      name: "a block of addresses with too long a prefix",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", { Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/33" } } }),
      ),
      findings: [{ id: "refused", at: "policy.Statement[0].Condition.IpAddress.aws:SourceIp" }],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
