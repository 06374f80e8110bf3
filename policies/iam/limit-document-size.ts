import * as z from "zod";
import { SizedDocuments } from "../../lib/aws/iam/document-sizes";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-limit-document-size",
  on: SizedDocuments,
  severity: "high",
  preset: "recommended",
  summary: "Policy documents must fit the size that AWS takes",
  why: "AWS refuses a document beyond its quota in the middle of a deployment, after other resources have been changed.",
  fix: "Split the document, or move inline statements into managed policies.",
  practice: 9,
  covers: ["iam.grammar.size"],
  nist: ["CM-6", "SI-10"],
  config: z.strictObject({
    trustPolicySize: z
      .int()
      .min(2048)
      .max(8192)
      .default(8192)
      .describe("The account's quota for trust policies: 2048 characters unless AWS raised it, and 8192 at most."),
  }),
  messages: {
    tooLong: {
      what: "AWS takes {quota} characters for {document}, and there are {size} without whitespace",
      fix: "{remedy}",
    },
  },
  *check({ trust, label, place, size, isOpen, quota, remedy }, { config, violation, undetermined }) {
    const most = trust ? config.trustPolicySize : quota;
    if (size > most) yield violation(place, "tooLong", { document: label, size, quota: most, remedy });
    else if (isOpen) yield undetermined(place, "tooLong");
  },
});
