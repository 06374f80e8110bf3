import policy from "../../../policies/iam/no-privilege-escalation";
import {
  allow,
  attached,
  deny,
  inlineOf,
  managed,
  managedWith,
  named,
  roleForAccount,
} from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

const role = roleForAccount();
const passing = named("passing", allow("iam:PassRole"));

export default policyTest(policy, {
  pass: [
    { name: "one needed action is missing", given: managed(allow(["iam:PassRole", "lambda:CreateFunction"])) },
    {
      name: "one needed action is denied",
      given: managed(allow(["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"]), deny("iam:PassRole")),
    },
    {
      name: "roles are named",
      given: managed(
        allow("iam:PassRole", "arn:aws:iam::111122223333:role/app-*"),
        allow(["lambda:CreateFunction", "lambda:InvokeFunction"]),
      ),
    },
    {
      name: "a boundary is required",
      given: managed(
        allow(["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy"], "*", {
          Condition: { StringEquals: { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/limits" } },
        }),
      ),
    },
    { name: "an administrator, who is reported elsewhere", given: managed(allow("*")) },
    { name: "changing running workloads, which is another policy", given: managed(allow("lambda:UpdateFunctionCode")) },
  ],
  fail: [
    {
      name: "two harmless halves on one role",
      given: [
        role,
        passing,
        attached(role, "passing", passing),
        inlineOf(role, "functions", allow(["lambda:Create*", "lambda:Invoke*"])),
      ],
      findings: [
        {
          id: "passedRoles",
          at: "",
        },
      ],
      controls: ["iam.policy.privilege-escalation"],
    },
    {
      name: "the same by wildcards, in one policy, with the words of the message",
      given: managed(allow(["iam:P*Role", "lambda:*Function"])),
      findings: [
        {
          id: "passedRoles",
          at: "policy",
          data: {
            holder: "policy `deploy`",
            paths: "`iam:PassRole + lambda:CreateFunction + lambda:InvokeFunction`",
            documents: "policy `deploy`",
          },
        },
      ],
    },
    {
      name: "new versions of policies, on a policy that nobody holds",
      given: managed(allow("iam:CreatePolicyVersion")),
      findings: [
        {
          id: "ownRights",
          at: "policy",
          data: { holder: "policy `deploy`", paths: "`iam:CreatePolicyVersion`", documents: "policy `deploy`" },
        },
      ],
    },
    {
      name: "passwords of other users",
      given: managed(allow("iam:*LoginProfile")),
      findings: [
        {
          id: "otherPrincipals",
          at: "policy",
          data: {
            holder: "policy `deploy`",
            paths: "`iam:CreateLoginProfile` and `iam:UpdateLoginProfile`",
            documents: "policy `deploy`",
          },
        },
      ],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
