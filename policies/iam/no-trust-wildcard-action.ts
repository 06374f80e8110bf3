import { Role } from "../../lib/aws/iam/role";
import { allowsMoreThanAssuming } from "../../lib/aws/iam/trust";
import { statementsWhere } from "../../lib/aws/statements";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-trust-wildcard-action",
  on: Role,
  severity: "high",
  preset: "recommended",
  summary: "Trust policies must name the action by which the role is taken on",
  why: "AWS rejects `*` and `NotAction` in a trust policy, and `sts:*` lets sessions be tagged and renamed at will.",
  fix: "Write `sts:AssumeRole`, or the action that fits the principal.",
  practice: 14,
  covers: ["iam.trust.action-star", "iam.trust.not-action"],
  nist: ["AC-6"],
  messages: {
    everyAction:
      "statement `{statement}` of the trust policy of role `{role}` allows actions by a wildcard or by `NotAction`",
  },
  *check(role, { must }) {
    for (const { name, claim } of statementsWhere(role.assumeRolePolicy, allowsMoreThanAssuming)) {
      yield* must(negate(claim), "everyAction", { statement: name, role: role.name });
    }
  },
});
