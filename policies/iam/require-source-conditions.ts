import { openDeputies } from "../../lib/aws/deputies";
import { policiesWithServices } from "../../lib/aws/resource-policies";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-source-conditions",
  on: policiesWithServices,
  severity: "medium",
  preset: "recommended",
  summary: "Policies of resources should say for whom a service may act",
  why: "A service acts for all of its customers: one of them can point it at the resource of another, which lets the service in.",
  fix: 'Add the condition `"StringEquals": { "aws:SourceAccount": "<account id>" }`, or `"ArnLike"` on `aws:SourceArn`, or `aws:SourceOrgID` for an organization.',
  practice: 12,
  covers: ["iam.condition.confused-deputy"],
  nist: ["AC-3", "AC-4"],
  messages: { forAnybody: "statement `{statement}` of {document} lets `{service}` act for any AWS account" },
  *check({ read, label }, { must, undetermined }) {
    if (read.kind === "unknown") yield undetermined(read.place, "forAnybody");
    for (const { statement, service, isOpen } of openDeputies(read)) {
      yield* must(negate(isOpen), "forAnybody", { statement, document: label, service });
    }
  },
});
