import { privateSources, unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-private-source-ip",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Conditions on `aws:SourceIp` must not hold private addresses",
  why: "AWS sees requests with their public address: a private one never matches, so an allowing statement is void and a negated one always met.",
  fix: "Write the public address, or `{line}` for requests that come through a VPC endpoint.",
  practice: 12,
  covers: ["iam.condition.private-ip"],
  nist: ["AC-3", "SC-7"],
  messages: {
    privateSource:
      "statement `{statement}` of {document} expects requests from `{value}`, a private address that AWS never sees",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "privateSource");
    for (const { id, place, data } of privateSources(documents)) yield violation(place, id, data);
  },
});
