import { openRoleDeputies } from "../../lib/aws/deputies";
import { Role } from "../../lib/aws/iam/role";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-source-conditions-in-trust",
  on: Role,
  severity: "low",
  preset: "strict",
  summary: "Trust policies should say for whom a service may take on the role",
  why: "AWS tells to ask it wherever the service says for whom it acts, lest a resource of another account makes it take on the role.",
  fix: 'Add the condition `"StringEquals": { "aws:SourceAccount": "<account id>" }`, or `"ArnLike"` on `aws:SourceArn`.',
  practice: 12,
  covers: ["iam.condition.confused-deputy"],
  nist: ["AC-3", "AC-4"],
  messages: {
    forAnybody:
      "statement `{statement}` of the trust policy of role `{role}` lets `{service}` take it on for any AWS account",
  },
  *check(role, { must, undetermined }) {
    const { assumeRolePolicy } = role;
    if (assumeRolePolicy.kind === "unknown") yield undetermined(assumeRolePolicy.place, "forAnybody");
    for (const { statement, service, isOpen } of openRoleDeputies(assumeRolePolicy)) {
      yield* must(negate(isOpen), "forAnybody", { statement, role: role.name, service });
    }
  },
});
