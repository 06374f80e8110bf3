import { Role } from "../../lib/aws/iam/role";
import { samlTrusts } from "../../lib/aws/iam/trust";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-saml-audience",
  on: Role,
  severity: "medium",
  preset: "recommended",
  summary: "Trust in a SAML provider should say for whom assertions must be meant",
  why: "An assertion that was made for another application of the same provider opens the role as well.",
  fix: 'Add the condition `"StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" }`.',
  practice: 14,
  nist: ["IA-8"],
  messages: {
    anyAudience:
      "statement `{statement}` of the trust policy of role `{role}` takes assertions that were made for another application",
  },
  *check(role, { must, undetermined }) {
    const { assumeRolePolicy } = role;
    if (assumeRolePolicy.kind === "unknown") yield undetermined(assumeRolePolicy.place, "anyAudience");
    for (const { statement, asksAudience } of samlTrusts(assumeRolePolicy))
      yield* must(asksAudience, "anyAudience", { statement, role: role.name });
  },
});
