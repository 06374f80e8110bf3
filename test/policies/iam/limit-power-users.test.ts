import policy from "../../../policies/iam/limit-power-users";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

const attach = (policyArn: unknown) =>
  declareType("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "deploy", { role: "deploy", policyArn });
const powerUser = "arn:aws:iam::aws:policy/PowerUserAccess";

export default policyTest(policy, {
  pass: [
    { name: "a narrow one", given: attach("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess") },
    {
      name: "a policy of your own by the same name",
      given: attach("arn:aws:iam::123456789012:policy/PowerUserAccess"),
    },
    {
      name: "as a boundary it gives nothing",
      given: declareType("aws:iam/role:Role", "deploy", { permissionsBoundary: powerUser }),
    },
  ],
  fail: [
    {
      name: "attached to a role",
      given: attach(powerUser),
      findings: [{ id: "powerUser", at: "policyArn" }],
      controls: ["iam.attach.elevated"],
    },
    {
      name: "in a role's own list",
      given: declareType("aws:iam/role:Role", "deploy", { managedPolicyArns: [powerUser] }),
      findings: [{ id: "powerUser", at: "managedPolicyArns[0]" }],
    },
  ],
  unknown: [{ name: "an ARN from another stack", given: attach(unknown()), at: "policyArn" }],
});
