import { Role } from "../../../lib/aws/iam/role";
import policy from "../../../policies/logs/limit-account-sharing";
import { policyTest } from "../../support/policy-test";
import { type JsonText, type Unknown, declare, jsonStringify, unknown } from "../../support/program";

function trust(principal: object | string, condition?: object) {
  const statement = { Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" };
  return jsonStringify({
    Version: "2012-10-17",
    Statement: [condition ? { ...statement, Condition: condition } : statement],
  });
}

function role(assumeRolePolicy: JsonText | Unknown) {
  return declare(Role, "sharing", { name: "CloudWatch-CrossAccountSharingRole", assumeRolePolicy });
}

export default policyTest(policy, {
  pass: [
    {
      name: "a trusted account",
      settings: { trustedAccounts: ["210987654321"] },
      given: role(trust({ AWS: "arn:aws:iam::210987654321:root" })),
    },
    {
      name: "another role",
      given: declare(Role, "ci", { name: "ci", assumeRolePolicy: trust({ AWS: "210987654321" }) }),
    },
    {
      name: "everybody of the organization",
      given: role(trust("*", { StringEquals: { "aws:PrincipalOrgID": "o-abcdef1234" } })),
    },
  ],
  fail: [
    {
      name: "an account that is not trusted",
      settings: { trustedAccounts: ["111111111111"] },
      given: role(trust({ AWS: ["111111111111", "arn:aws:iam::210987654321:root"] })),
      findings: [
        { id: "shared", at: "assumeRolePolicy.Statement[0]", data: { statement: "Statement[0]", role: "sharing" } },
      ],
      controls: ["logs.cross-account-sharing"],
    },
    { name: "everybody", given: role(trust("*")), findings: [{ id: "shared", at: "assumeRolePolicy.Statement[0]" }] },
  ],
  unknown: [{ name: "a document not known yet", given: role(unknown()), at: "assumeRolePolicy" }],
});
