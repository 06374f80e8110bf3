import { allowsAllOfIam, allowsEverything } from "../../lib/access/ask";
import { documentsOf, unionMakesAdministrator } from "../../lib/aws/iam/administration";
import { RightsHolders } from "../../lib/aws/iam/rights";
import { claim, negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-administrator",
  on: RightsHolders,
  severity: "critical",
  preset: "recommended",
  summary: "Policies must not add up to an administrator",
  why: "Policies that look harmless one by one can give everything together, and nobody who reads one of them sees it.",
  fix: "Take the statements that fill each other's gaps apart, or give the principal a permissions boundary.",
  practice: 9,
  nist: ["AC-2", "AC-3", "AC-5", "AC-6"],
  messages: {
    everything: "{holder} may do everything: {documents} together allow every action on every resource",
    allOfIam: "{holder} may manage all of IAM, and so give itself any right, by {documents} together",
  },
  *check(holder, { must, undetermined }) {
    const { label, place, principal } = holder;
    const questions = [
      ["everything", allowsEverything],
      ["allOfIam", allowsAllOfIam],
    ] as const;
    for (const [id, ask] of questions) {
      const union = unionMakesAdministrator(holder, ask);
      yield* must(negate(claim(union.truth, place)), id, {
        holder: label,
        documents: documentsOf(union).join(" and "),
      });
      if (union.truth !== "no") return;
    }
    if (principal?.isOpen) yield undetermined(place, "everything");
  },
});
