import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { logsToItself } from "../../lib/aws/s3/access-logs";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-no-own-access-log-target",
  on: trailBuckets,
  severity: "medium",
  preset: "recommended",
  summary: "The trail's bucket should not keep its own access logs",
  why: "Each delivery of an access log is an access: the log feeds itself, and whoever deletes the evidence deletes the trace of that.",
  fix: "Set `targetBucket` to another bucket.",
  practice: 15,
  nist: ["AU-9"],
  messages: { own: "the access logs of the trail's bucket `{bucket}` go into the bucket itself" },
  *check(bucket, { must }) {
    yield* must(negate(logsToItself(bucket)), "own", { bucket: bucket.name });
  },
});
