import policy from "../../../policies/iam/no-assume-any-role";
import { allow, deny, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "one role", given: managed(allow("sts:AssumeRole", "arn:aws:iam::111122223333:role/reader")) },
    {
      name: "a role of one name in every account",
      given: managed(allow("sts:AssumeRole", "arn:aws:iam::*:role/auditor")),
    },
    {
      name: "roles with a tag",
      given: managed(allow("sts:AssumeRole", "*", { Condition: { StringEquals: { "iam:ResourceTag/team": "a" } } })),
    },
    { name: "denied", given: managed(deny("sts:AssumeRole")) },
  ],
  fail: [
    {
      name: "any role",
      given: managed(allow("sts:AssumeRole")),
      findings: [
        {
          id: "anyRole",
          at: "policy.Statement[0].Action",
          data: { document: "policy `deploy`", statement: "Statement[0]" },
        },
      ],
      controls: ["iam.policy.assume-role-star"],
    },
    {
      name: "in wildcards, in both lists",
      given: managed(allow(["sts:Assume*"], ["arn:aws:iam::*:role/*"])),
      findings: [{ id: "anyRole", at: "policy.Statement[0].Action[0]" }],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
