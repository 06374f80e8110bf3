import { KeysWithDeputies } from "../../lib/aws/kms/deputies-of-keys";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-source-conditions-in-keys",
  on: KeysWithDeputies,
  severity: "medium",
  preset: "recommended",
  summary: "Key policies should say for whom a service may use the key",
  why: "A service encrypts and decrypts for all of its customers: one of them can name the key of another, which lets the service in.",
  fix: "Add the condition that the service's guide gives.",
  practice: 12,
  covers: ["iam.condition.confused-deputy"],
  nist: ["AC-3", "AC-4", "SC-12"],
  messages: {
    forAnybody: {
      what: "statement `{statement}` of {document} lets `{service}` use the key for any AWS account",
      fix: "Add the condition `{condition}`.",
    },
  },
  *check({ read, label, deputies }, { must, undetermined }) {
    if (read.kind === "unknown") yield undetermined(read.place, "forAnybody");
    for (const { statement, service, condition, isOpen } of deputies) {
      yield* must(negate(isOpen), "forAnybody", { statement, document: label, service, condition });
    }
  },
});
