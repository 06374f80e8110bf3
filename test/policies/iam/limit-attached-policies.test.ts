import policy from "../../../policies/iam/limit-attached-policies";
import { attached, roleFor } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

const arns = (count: number) =>
  Array.from({ length: count }, (_, index) => `arn:aws:iam::111122223333:policy/team-${index}`);
const role = roleFor("lambda.amazonaws.com");
const attachments = (count: number) => arns(count).map((arn, index) => attached(role, `each-${index}`, arn));

export default policyTest(policy, {
  pass: [
    { name: "ten policies", given: [role, ...attachments(10)] },
    {
      name: "one of them twice",
      given: [role, ...attachments(10), attached(role, "again", arns(1)[0] ?? "")],
    },
    { name: "eleven where the quota was raised", given: [role, ...attachments(11)], config: { maximum: 20 } },
  ],
  fail: [
    {
      name: "eleven policies",
      given: [role, ...attachments(11)],
      findings: [{ id: "tooMany", on: "ci", at: "", data: { kind: "role", name: "ci", count: "11", maximum: "10" } }],
      controls: ["iam.grammar.size"],
    },
    {
      name: "eleven in the group's own list",
      given: [
        declareType("aws:iam/group:Group", "team", { name: "team" }),
        declareType("aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive", "team-policies", {
          groupName: "team",
          policyArns: arns(11),
        }),
      ],
      findings: [{ id: "tooMany", on: "team", at: "" }],
    },
  ],
  unknown: [
    {
      name: "an eleventh that may be one of the ten",
      given: [
        role,
        ...attachments(10),
        declareType("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "last", {
          role: role.output("name"),
          policyArn: unknown(),
        }),
      ],
      at: "policyArn",
    },
  ],
});
