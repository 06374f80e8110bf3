import { Role } from "../../../lib/aws/iam/role";
import { declare, unknown } from "../../support/program";
import { roleTrusting } from "../../support/trust";
import policy from "../../../policies/iam/limit-session-duration";
import { policyTest } from "../../support/policy-test";

function role(maxSessionDuration?: number) {
  return roleTrusting({ Service: "ec2.amazonaws.com" }, undefined, { maxSessionDuration });
}

export default policyTest(policy, {
  pass: [
    { name: "AWS's default of an hour", given: role() },
    { name: "four hours", given: role(14_400) },
    { name: "as long as a site allows", config: { seconds: 43_200 }, given: role(43_200) },
  ],
  fail: [
    {
      name: "twelve hours",
      given: role(43_200),
      findings: [{ id: "long", at: "maxSessionDuration", data: { role: "deploy", seconds: "43200" } }],
    },
    {
      name: "longer than a site allows",
      config: { seconds: 3600 },
      given: role(7200),
      findings: [{ id: "long", at: "maxSessionDuration" }],
    },
  ],
  unknown: [
    {
      name: "a duration not known yet",
      given: declare(Role, "deploy", { assumeRolePolicy: "{}", maxSessionDuration: unknown() }),
      at: "maxSessionDuration",
    },
  ],
});
