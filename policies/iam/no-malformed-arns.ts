import { unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { malformedArns } from "../../lib/aws/statement-values";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-malformed-arns",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Resources must be named by ARNs that something can have",
  why: "AWS refuses such an ARN, or takes it and never matches it: the statement then allows nothing, or denies nothing.",
  fix: "Correct the ARN.",
  practice: 9,
  covers: ["iam.resource.invalid-arn"],
  nist: ["AC-3", "CM-6"],
  messages: {
    partition: {
      what: "statement `{statement}` of {document} names `{value}`, of a partition that does not exist",
      fix: "Write `{meant}` after `arn:`.",
    },
    serviceCase: {
      what: "statement `{statement}` of {document} names `{value}`, whose service is written with capitals",
      fix: "Write `{meant}`.",
    },
    region: {
      what: "statement `{statement}` of {document} names `{value}`, of a region that does not exist",
      fix: "Write `{meant}`.",
    },
    account: {
      what: "statement `{statement}` of {document} names `{value}`, whose account has not twelve digits",
      fix: "Write the twelve digits of the account.",
    },
    noAccount: {
      what: "statement `{statement}` of {document} names `{value}`, without the account that everything of `{meant}` has",
      fix: "Write the twelve digits of the account after the region.",
    },
    noResource: {
      what: "statement `{statement}` of {document} names `{value}`, an ARN without a resource",
      fix: "Write the name of the resource at the end.",
    },
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "partition");
    for (const { id, place, data } of malformedArns(documents)) yield violation(place, id, data);
  },
});
