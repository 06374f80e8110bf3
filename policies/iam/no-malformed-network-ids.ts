import { malformedNetworkIds, unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-malformed-network-ids",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Ids of VPCs and endpoints in conditions must be ones that AWS gives",
  why: "An id of the wrong kind never matches: the endpoint's traffic is refused, or a denial does nothing.",
  fix: "Write the id as AWS shows it, as in `{line}`.",
  practice: 12,
  covers: ["iam.condition.vpc-format"],
  nist: ["AC-3", "SC-7"],
  messages: {
    noNetworkId:
      "statement `{statement}` of {document} compares `{key}` with `{value}`, which is no id that it can have",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "noNetworkId");
    for (const { id, place, data } of malformedNetworkIds(documents)) yield violation(place, id, data);
  },
});
