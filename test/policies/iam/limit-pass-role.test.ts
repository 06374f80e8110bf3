import policy from "../../../policies/iam/limit-pass-role";
import { allow, deny, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "named roles", given: managed(allow("iam:PassRole", "arn:aws:iam::111122223333:role/app-*")) },
    {
      name: "any role, to one service",
      given: managed(
        allow("iam:PassRole", "*", { Condition: { StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" } } }),
      ),
    },
    { name: "denied", given: managed(allow("iam:Pass*"), deny("iam:PassRole")) },
    { name: "everything: that is another matter", given: managed(allow("*")) },
  ],
  fail: [
    {
      name: "any role",
      given: managed(allow(["lambda:CreateFunction", "iam:PassRole"])),
      findings: [
        {
          id: "anyRole",
          at: "policy.Statement[0].Action[1]",
          data: { document: "policy `deploy`", statement: "Statement[0]" },
        },
      ],
      controls: ["iam.policy.passrole-star"],
    },
    {
      name: "every role of the account, by a wildcarded action",
      given: managed(allow("iam:Pass*", "arn:aws:iam::111122223333:role/*")),
      findings: [{ id: "anyRole", at: "policy.Statement[0].Action" }],
    },
    {
      name: "all actions but some",
      given: managed({ Effect: "Allow", NotAction: ["iam:Create*", "iam:Put*"], Resource: "*" }),
      findings: [{ id: "anyRole", at: "policy.Statement[0].NotAction[0]" }],
    },
    {
      name: "all roles but one",
      given: managed({ Effect: "Allow", Action: "iam:PassRole", NotResource: "arn:aws:iam::111122223333:role/admin" }),
      findings: [
        {
          id: "allBut",
          at: "policy.Statement[0].Action",
          data: { statement: "Statement[0]", document: "policy `deploy`" },
        },
      ],
      controls: ["iam.policy.passrole-not-resource"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
