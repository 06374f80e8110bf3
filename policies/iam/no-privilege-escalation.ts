import { RightsHolders, documentsOpening, escalationsByForm } from "../../lib/aws/iam/rights";
import { claim, negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { someOf } from "../../lib/core/words";

export default definePolicy({
  id: "iam-no-privilege-escalation",
  on: RightsHolders,
  severity: "high",
  preset: "recommended",
  summary: "Policies must not let a principal give itself more rights",
  why: "A principal that can widen its own rights is an administrator, whatever its policies look like.",
  fix: "Take one action of each path away, or confine it: `iam:PassRole` to named roles, changes of policies to named principals or a required permissions boundary.",
  practice: 9,
  covers: ["iam.policy.privilege-escalation"],
  nist: ["AC-6"],
  messages: {
    ownRights: "{holder} can widen its own rights by {paths}, given by {documents}",
    otherPrincipals: "{holder} can become another principal by {paths}, given by {documents}",
    passedRoles: "{holder} can act under any role that a service may have by {paths}, given by {documents}",
  },
  *check(holder, { must, undetermined }) {
    for (const { form, truth, paths } of escalationsByForm(holder)) {
      if (form === "workloads") continue;
      yield* must(negate(claim(truth, holder.place)), form, {
        holder: holder.label,
        paths: someOf(paths.map(({ path }) => path.actions.join(" + "))),
        documents: documentsOpening(paths).join(" and "),
      });
    }
    if (holder.principal?.isOpen) yield undetermined(holder.place, "ownRights");
  },
});
