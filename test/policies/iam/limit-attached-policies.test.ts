import policy from "../../../policies/iam/limit-attached-policies";
import { attached, roleFor } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

const arns = (count: number) =>
  Array.from({ length: count }, (_, index) => `arn:aws:iam::111122223333:policy/team-${index}`);
const role = roleFor("lambda.amazonaws.com");
const attachments = (count: number) => arns(count).map((arn, index) => attached(role, `each-${index}`, arn));

const groupWith = (count: number) => [
  declareType("aws:iam/group:Group", "team", { name: "team" }),
  declareType("aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive", "team-policies", {
    groupName: "team",
    policyArns: arns(count),
  }),
];

const userWith = (count: number) => [
  declareType("aws:iam/user:User", "ada", { name: "ada" }),
  declareType("aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", "ada-policies", {
    userName: "ada",
    policyArns: arns(count),
  }),
];

export default policyTest(policy, {
  pass: [
    { name: "twenty policies of a role", given: [role, ...attachments(20)] },
    {
      name: "one of them twice",
      given: [role, ...attachments(20), attached(role, "again", arns(1)[0] ?? "")],
    },
    { name: "where the quota was raised", given: [role, ...attachments(21)], config: { maximumOfRoles: 25 } },
    { name: "ten policies of a group", given: groupWith(10) },
    { name: "eleven of a user where the quota was raised", given: userWith(11), config: { maximumOfUsers: 20 } },
  ],
  fail: [
    {
      name: "eleven of a user",
      given: userWith(11),
      findings: [{ id: "tooMany", on: "ada", at: "", data: { kind: "user", name: "ada", count: "11", maximum: "10" } }],
    },
    {
      name: "one too many",
      given: [role, ...attachments(21)],
      findings: [{ id: "tooMany", on: "ci", at: "", data: { kind: "role", name: "ci", count: "21", maximum: "20" } }],
      controls: ["iam.grammar.size"],
    },
    {
      name: "eleven in the group's own list",
      given: groupWith(11),
      findings: [
        { id: "tooMany", on: "team", at: "", data: { kind: "group", name: "team", count: "11", maximum: "10" } },
      ],
    },
  ],
  unknown: [
    {
      name: "one more that may be one of the twenty",
      given: [
        role,
        ...attachments(20),
        declareType("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "last", {
          role: role.output("name"),
          policyArn: unknown(),
        }),
      ],
      at: "policyArn",
    },
  ],
});
