import { Role } from "../../../lib/aws/iam/role";
import policy from "../../../policies/iam/no-trust-wildcard-action";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";
import { roleWith, trust } from "../../support/trust";

const service = { Service: "lambda.amazonaws.com" };
const finding = { id: "everyAction", at: "assumeRolePolicy.Statement[0]" };

export default policyTest(policy, {
  pass: [
    { name: "the action", given: roleWith(trust(service)) },
    {
      name: "the actions of a session",
      given: roleWith({ Effect: "Allow", Principal: service, Action: ["sts:AssumeRole", "sts:TagSession"] }),
    },
    { name: "a denial of everything", given: roleWith({ Effect: "Deny", Principal: "*", Action: "*" }) },
  ],
  fail: [
    {
      name: "every action",
      given: roleWith(trust(service, undefined, "*")),
      findings: [{ ...finding, data: { statement: "Trust", role: "deploy" } }],
      controls: ["iam.trust.action-star"],
    },
    { name: "every action of STS", given: roleWith(trust(service, undefined, "STS:*")), findings: [finding] },
    {
      name: "all actions but one",
      given: roleWith({ Effect: "Allow", Principal: service, NotAction: "sts:TagSession" }),
      findings: [finding],
      controls: ["iam.trust.not-action"],
    },
  ],
  unknown: [
    {
      name: "a document not known yet",
      given: declare(Role, "deploy", { assumeRolePolicy: unknown() }),
      at: "assumeRolePolicy",
    },
  ],
});
