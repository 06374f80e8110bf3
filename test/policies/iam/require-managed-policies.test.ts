import policy from "../../../policies/iam/require-managed-policies";
import { attached, deny, named, roleForAccount } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

const guard = named("guard", deny("iam:CreateUser"));
const role = roleForAccount();
const config = { policies: ["guard"] };

export default policyTest(policy, {
  pass: [
    { name: "nothing is asked for", given: role },
    { name: "a policy of the stack", config, given: [role, guard, attached(role, "guard", guard)] },
    {
      name: "a policy outside the stack, by its ARN",
      config: { policies: ["arn:aws:iam::111122223333:policy/guard"] },
      given: [role, attached(role, "guard", "arn:aws:iam::111122223333:policy/guard")],
    },
    {
      name: "a policy of AWS's, by its name",
      config: { policies: ["AWSDenyAll"] },
      given: roleForAccount({ managedPolicyArns: ["arn:aws:iam::aws:policy/AWSDenyAll"] }),
    },
    { name: "a role that is not meant", config: { ...config, roles: "app-*" }, given: role },
  ],
  fail: [
    {
      name: "a role without the policy",
      config,
      given: [role, guard],
      findings: [{ id: "missing", at: "", data: { role: "ci", policy: "guard" } }],
      controls: ["iam.attach.required-policies"],
    },
    {
      name: "a role with another one",
      config,
      given: [role, attached(role, "read", "arn:aws:iam::aws:policy/ReadOnlyAccess")],
      findings: [{ id: "missing", at: "" }],
    },
  ],
  unknown: [
    {
      name: "a policy that is known after deployment",
      config,
      given: [
        role,
        declareType("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "guard", {
          role: role.output("name"),
          policyArn: unknown(),
        }),
      ],
      at: "policyArn",
    },
  ],
});
