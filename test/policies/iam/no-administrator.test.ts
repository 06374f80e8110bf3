import policy from "../../../policies/iam/no-administrator";
import { allow, attached, inlineOf, managed, named, roleForAccount } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

const role = roleForAccount();
const butIam = inlineOf(role, "most", { Effect: "Allow", NotAction: "iam:*", Resource: "*" });
const iam = named("people", allow("iam:*"));
const group = declareType("aws:iam/group:Group", "team");
const user = declareType("aws:iam/user:User", "ada");
const boundary = named("limits", allow(["s3:*", "sqs:*"]));

export default policyTest(policy, {
  pass: [
    {
      name: "one policy that gives everything: it is reported itself",
      given: [role, inlineOf(role, "all", allow("*"))],
    },
    { name: "a policy that nobody holds", given: managed(allow("s3:GetObject", "arn:aws:s3:::app/*")) },
    { name: "everything but IAM", given: [role, butIam] },
    {
      name: "the two halves on different roles",
      given: [role, butIam, roleForAccount({}, "other"), iam, attached(roleForAccount({}, "other"), "people", iam)],
    },
    {
      name: "two halves within a boundary",
      given: (() => {
        const bounded = roleForAccount({ permissionsBoundary: boundary.arn });
        const most = inlineOf(bounded, "most", { Effect: "Allow", NotAction: "iam:*", Resource: "*" });
        return [bounded, most, iam, attached(bounded, "people", iam), boundary];
      })(),
    },
  ],
  fail: [
    {
      name: "two policies of one role, each harmless to the eye",
      given: [
        role,
        inlineOf(role, "policies", allow(["iam:Create*", "iam:Put*", "iam:Attach*", "iam:Set*", "iam:Update*"])),
        inlineOf(role, "rest", allow(["iam:[Aa]dd*", "iam:Delete*", "iam:Detach*", "iam:Add*", "iam:Pass*", "iam:D*"])),
        inlineOf(role, "more", allow(["iam:A*", "iam:C*", "iam:E*", "iam:R*", "iam:T*", "iam:Un*"])),
      ],
      findings: [
        {
          id: "allOfIam",
          at: "",
          data: {
            holder: "role `ci`",
            documents: "inline policy `more` of role `ci-ff43220` and inline policy `policies` of role `ci-ff43220`",
          },
        },
      ],
    },
    {
      name: "a user's own policy and its group's",
      given: [
        user,
        group,
        declareType("aws:iam/userGroupMembership:UserGroupMembership", "ada", {
          user: user.output("name"),
          groups: [group.output("name")],
        }),
        declareType("aws:iam/groupPolicy:GroupPolicy", "most", {
          group: group.output("name"),
          policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: { Effect: "Allow", NotAction: ["iam:*", "s3:*"], Resource: "*" },
          }),
        }),
        declareType("aws:iam/userPolicy:UserPolicy", "own", {
          user: user.output("name"),
          policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: { Effect: "Allow", NotAction: ["ec2:*", "iam:CreateRole", "iam:CreatePolicy"], Resource: "*" },
          }),
        }),
        declareType("aws:iam/userPolicy:UserPolicy", "rest", {
          user: user.output("name"),
          policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: allow(["iam:CreateRole", "iam:CreatePolicy"]),
          }),
        }),
      ],
      findings: [
        {
          id: "everything",
          on: "ada",
          at: "",
          data: { holder: "user `ada`", documents: "inline policy `own` of user `ada-4eacc1d`" },
        },
      ],
    },
  ],
  unknown: [
    {
      name: "one half is known after deployment",
      given: [
        role,
        declareType("aws:iam/rolePolicy:RolePolicy", "other", { role: role.output("name"), policy: unknown() }),
        inlineOf(role, "reader", allow("s3:GetObject", "arn:aws:s3:::app/*")),
      ],
      at: "",
    },
  ],
});
