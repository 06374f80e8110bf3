import { Role } from "../../lib/aws/iam/role";
import { webIdentityTrusts } from "../../lib/aws/iam/trust";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-oidc-audience",
  on: Role,
  severity: "medium",
  preset: "recommended",
  summary: "Trust in an OpenID Connect issuer should say for whom tokens must be meant",
  why: "A token that was made for another service, and fell into its hands, opens the role as well as one that was made for AWS.",
  fix: 'Add a condition on the audience, such as `"StringEquals": { "<issuer>:aud": "sts.amazonaws.com" }`.',
  practice: 14,
  covers: ["iam.oidc.subject-condition"],
  nist: ["AC-3", "IA-8"],
  messages: {
    anyAudience: {
      what: "statement `{statement}` of the trust policy of role `{role}` takes tokens of {issuer} that were made for somebody else",
      fix: "Write the condition `{condition}`.",
    },
  },
  *check(role, { must, undetermined }) {
    const { assumeRolePolicy } = role;
    if (assumeRolePolicy.kind === "unknown") yield undetermined(assumeRolePolicy.place, "anyAudience");
    for (const { name, issuer, facts, asksAudience } of webIdentityTrusts(assumeRolePolicy)) {
      const condition = `"StringEquals": { "${issuer}:aud": "${facts.audience ?? "<client id of the provider>"}" }`;
      yield* must(asksAudience, "anyAudience", { statement: name, role: role.name, issuer: facts.title, condition });
    }
  },
});
