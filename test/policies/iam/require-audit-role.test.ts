import policy from "../../../policies/iam/require-audit-role";
import { attached, roleForAccount } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown, declareType } from "../../support/program";

const arn = "arn:aws:iam::aws:policy/SecurityAudit";
const role = roleForAccount({}, "audit");
const baseline = { settings: { baseline: true } };

export default policyTest(policy, {
  pass: [
    { name: "a stack that is no baseline", given: role },
    { name: "a role with the policy attached", ...baseline, given: [role, attached(role, "audit", arn)] },
    { name: "a role that lists the policy", ...baseline, given: roleForAccount({ managedPolicyArns: [arn] }) },
  ],
  fail: [
    {
      name: "a baseline without such a role",
      ...baseline,
      given: role,
      findings: [{ id: "noRole", on: "", at: "" }],
      controls: ["iam.attach.security-audit-role"],
    },
    {
      name: "a user with the policy",
      ...baseline,
      given: declareType("aws:iam/userPolicyAttachment:UserPolicyAttachment", "audit", { user: "ada", policyArn: arn }),
      findings: [{ id: "noRole", on: "", at: "" }],
    },
  ],
  unknown: [
    {
      name: "a policy that is known after deployment",
      ...baseline,
      given: [
        role,
        declareType("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "audit", {
          role: role.output("name"),
          policyArn: unknown(),
        }),
      ],
      at: "policyArn",
    },
  ],
});
