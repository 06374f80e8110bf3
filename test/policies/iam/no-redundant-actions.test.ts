import policy from "../../../policies/iam/no-redundant-actions";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "different actions", given: managed(allow(["s3:GetObject", "s3:PutObject", "s3:List*"])) },
    {
      name: "the same in two statements",
      given: managed(allow("s3:GetObject", "arn:aws:s3:::a/*"), allow("s3:*", "arn:aws:s3:::b/*")),
    },
    { name: "patterns that overlap", given: managed(allow(["s3:Get*", "s3:*Object"])) },
  ],
  fail: [
    {
      name: "an action beside a wildcard",
      given: managed(allow(["s3:GetObject", "s3:Get*"])),
      findings: [
        {
          id: "covered",
          at: "policy.Statement[0].Action[0]",
          data: { document: "policy `deploy`", statement: "Statement[0]", value: "s3:GetObject", meant: "s3:Get*" },
        },
      ],
      controls: ["iam.action.redundant"],
    },
    {
      name: "one twice, in another case",
      given: managed(allow(["s3:GetObject", "s3:getObject"])),
      findings: [{ id: "covered", at: "policy.Statement[0].Action[1]" }],
      controls: ["iam.action.redundant"],
    },
    {
      name: "one twice",
      given: managed(allow(["s3:GetObject", "s3:GetObject"])),
      findings: [
        {
          id: "twice",
          at: "policy.Statement[0].Action[1]",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            value: "s3:GetObject",
            meant: "s3:GetObject",
          },
        },
      ],
    },
    {
      name: "patterns of the same meaning",
      given: managed(allow(["s3:Get*", "s3:Get**"])),
      findings: [{ id: "covered", at: "policy.Statement[0].Action[1]" }],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
