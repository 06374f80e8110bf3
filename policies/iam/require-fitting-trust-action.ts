import { Role } from "../../lib/aws/iam/role";
import { fittingActions } from "../../lib/aws/iam/trust";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-fitting-trust-action",
  on: Role,
  severity: "medium",
  preset: "recommended",
  summary: "Trust policies should allow the action that fits the principal",
  why: "A trust that names the wrong action lets nobody in, and whoever finds out is tempted to open it too far.",
  fix: "Add the action to the statement.",
  practice: 14,
  covers: ["iam.trust.action-for-principal"],
  messages: {
    mismatch: {
      what: "statement `{statement}` of the trust policy of role `{role}` trusts `{principal}`, but does not allow it `{action}`",
      fix: "Add `{action}` to the statement's `Action`.",
    },
  },
  *check(role, { must, undetermined }) {
    const { assumeRolePolicy } = role;
    if (assumeRolePolicy.kind === "unknown") yield undetermined(assumeRolePolicy.place, "mismatch");
    for (const { statement, principal, action, isAllowed } of fittingActions(assumeRolePolicy)) {
      yield* must(isAllowed, "mismatch", { statement, role: role.name, principal, action });
    }
  },
});
