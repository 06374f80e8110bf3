import { unpairedKeys, unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-vpc-for-private-addresses",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Conditions on `aws:VpcSourceIp` must name the VPC that the address belongs to",
  why: "Every VPC may use the same private addresses, another account's too.",
  fix: "Add `{line}`, or one on `aws:SourceVpce`.",
  practice: 12,
  covers: ["iam.condition.paired-keys"],
  nist: ["AC-3", "SC-7"],
  messages: {
    unpaired: "statement `{statement}` of {document} takes private addresses of any VPC, since it does not name one",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "unpaired");
    for (const { id, place, data } of unpairedKeys(documents)) yield violation(place, id, data);
  },
});
