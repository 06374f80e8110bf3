import { RightsHolders, documentsOpening, escalationsByForm } from "../../lib/aws/iam/rights";
import { claim, negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { someOf } from "../../lib/core/words";

export default definePolicy({
  id: "iam-limit-workload-takeover",
  on: RightsHolders,
  severity: "medium",
  preset: "recommended",
  summary: "Rights to change or enter any workload of an account should be confined",
  why: "Whoever can change the code of any function, or enter any instance, acts with all of their roles.",
  fix: "Confine one action of each path to the functions, instances or projects that are meant.",
  practice: 9,
  nist: ["AC-6"],
  messages: {
    workloads: "{holder} can act under the roles of any running workload by {paths}, given by {documents}",
  },
  *check(holder, { must }) {
    for (const { form, truth, paths } of escalationsByForm(holder)) {
      if (form !== "workloads") continue;
      yield* must(negate(claim(truth, holder.place)), "workloads", {
        holder: holder.label,
        paths: someOf(paths.map(({ path }) => path.actions.join(" + "))),
        documents: documentsOpening(paths).join(" and "),
      });
    }
  },
});
