import * as z from "zod";
import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { unlistedGrantees } from "../../lib/aws/s3/grantees";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-limit-policy-grantees",
  on: trailBuckets,
  severity: "medium",
  preset: "opt-in",
  summary: "The policy of the trail's bucket should let in only who is listed",
  why: "An audit trail has few readers: everybody else in its policy is a mistake or worse.",
  fix: "Remove the principal, or add it to the policy's setting `grantees`.",
  practice: 9,
  covers: ["s3.policy.grantees"],
  nist: ["AC-3", "AC-6"],
  config: z.strictObject({
    grantees: z
      .array(z.string())
      .default(["cloudtrail.amazonaws.com"])
      .describe("Principals (with `*`) that the policy may let in: ARNs, accounts and services."),
  }),
  messages: {
    unlisted:
      "statement `{statement}` of the policy of the trail's bucket `{bucket}` lets in `{grantee}`, which is not listed",
  },
  *check(bucket, { config, must }) {
    for (const { statement, grantee, isUnlisted } of unlistedGrantees(bucket, config.grantees)) {
      yield* must(negate(isUnlisted), "unlisted", { bucket: bucket.name, statement, grantee });
    }
  },
});
