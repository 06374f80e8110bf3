import { looseBlocks, unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-prefer-plain-address-blocks",
  on: PolicyDocuments,
  severity: "low",
  preset: "strict",
  summary: "Blocks of addresses must be written by their first address",
  why: "A block such as `203.0.113.7/24` reads like one address and lets in 256.",
  fix: "Write `{line}`, or `/32` for one address.",
  practice: 12,
  covers: ["iam.condition.ip-range"],
  nist: ["AC-3", "SC-7"],
  messages: {
    looseBlock: "statement `{statement}` of {document} holds `{value}`, whose last bits do not count",
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "looseBlock");
    for (const { id, place, data } of looseBlocks(documents)) yield violation(place, id, data);
  },
});
