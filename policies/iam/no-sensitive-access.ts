import * as z from "zod";
import { couldAllow } from "../../lib/access/ask";
import { IdentityDocuments, statementName } from "../../lib/aws/iam/identity-documents";
import { placeInDocument } from "../../lib/aws/policy-document";
import { claim, negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-sensitive-access",
  on: IdentityDocuments,
  severity: "medium",
  preset: "opt-in",
  summary: "Policies must not give the access that the organization calls sensitive",
  why: "What matters most is known to the organization alone: the bucket with the customers, the key of the backups.",
  fix: "Take `{action}` away, or confine the statement to resources other than `{resource}`.",
  practice: 9,
  covers: ["iam.policy.sensitive-access"],
  nist: ["AC-6"],
  config: z.strictObject({
    access: z
      .array(
        z.strictObject({
          action: z.string().regex(/^[\w-]+:\w+$/, "one action, such as s3:GetObject"),
          resource: z.string().default("*"),
        }),
      )
      .default([])
      .describe("Pairs of an action and a resource (an ARN with `*`) that policies may not give."),
  }),
  messages: { sensitive: "statement `{statement}` of {document} allows `{action}` on `{resource}`" },
  *check({ read, policies, label }, { config, must }) {
    for (const { action, resource } of config.access) {
      const { truth, grants } = couldAllow(policies, action, resource);
      const statement = grants[0]?.statement;
      const place = statement === undefined ? read.place : placeInDocument(read, statement.path);
      const data = { statement: statement ? statementName(statement) : "", document: label, action, resource };
      yield* must(negate(claim(truth, place)), "sensitive", data);
    }
  },
});
