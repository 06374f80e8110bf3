import { Role } from "../../../lib/aws/iam/role";
import { PermissionSet } from "../../../lib/aws/ssoadmin/permission-set";
import { declare, unknown } from "../../support/program";
import { roleTrusting } from "../../support/trust";
import policy from "../../../policies/iam/limit-session-duration";
import { policyTest } from "../../support/policy-test";

function role(maxSessionDuration?: number) {
  return roleTrusting({ Service: "ec2.amazonaws.com" }, undefined, { maxSessionDuration });
}

function permissionSet(sessionDuration?: string) {
  const instanceArn = "arn:aws:sso:::instance/ssoins-0123456789abcdef";
  return declare(PermissionSet, "admins", { name: "admins", instanceArn, sessionDuration });
}

export default policyTest(policy, {
  pass: [
    { name: "a permission set's default of an hour", given: permissionSet() },
    { name: "a permission set of four hours", given: permissionSet("PT3H60M") },
    { name: "AWS's default of an hour", given: role() },
    { name: "four hours", given: role(14_400) },
    { name: "as long as a site allows", config: { seconds: 43_200 }, given: role(43_200) },
  ],
  fail: [
    {
      name: "a permission set of twelve hours",
      given: permissionSet("PT12H"),
      findings: [
        { id: "long", at: "sessionDuration", data: { kind: "permission set", name: "admins", seconds: "43200" } },
      ],
      controls: ["iam.sso.session-duration"],
    },
    {
      name: "twelve hours",
      given: role(43_200),
      findings: [{ id: "long", at: "maxSessionDuration", data: { kind: "role", name: "deploy", seconds: "43200" } }],
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
      name: "a duration of another form",
      given: permissionSet("four hours"),
      at: "sessionDuration",
    },
    {
      name: "a duration not known yet",
      given: declare(Role, "deploy", { assumeRolePolicy: "{}", maxSessionDuration: unknown() }),
      at: "maxSessionDuration",
    },
  ],
});
