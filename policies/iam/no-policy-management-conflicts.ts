import { PolicyConflicts } from "../../lib/aws/iam/conflicts";
import { claim, negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-policy-management-conflicts",
  on: PolicyConflicts,
  severity: "high",
  preset: "recommended",
  summary: "The policies of a principal must be managed in one place only",
  why: "Exclusive management removes what it does not list; with a separate attachment beside it, permissions come and go with every deployment.",
  fix: "Manage them in one way: either in the exclusive list or in separate attachments.",
  practice: 11,
  covers: ["iam.role.policy-management-conflict"],
  nist: ["AC-6", "CM-2"],
  messages: {
    conflict: {
      what: "{exclusive} is exclusive and removes what `{addition}` adds",
      fix: "Manage them in one way: move `{addition}` into the list, or give the list up for separate attachments.",
    },
  },
  *check({ exclusive, addition, place, isLeftOut }, { must }) {
    yield* must(negate(claim(isLeftOut, place)), "conflict", { exclusive, addition });
  },
});
