import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-require-replication",
  on: trailBuckets,
  severity: "low",
  preset: "opt-in",
  summary: "The trail's bucket should be replicated",
  why: "A copy in another account or region outlives the account or region that the log files tell about.",
  fix: "Declare an `aws.s3.BucketReplicationConfig` with an enabled rule.",
  practice: 15,
  covers: ["s3.replication"],
  nist: ["CP-9", "AU-9"],
  messages: { notReplicated: "the trail's bucket `{bucket}` is not replicated" },
  *check({ replicated, name: bucket }, { must }) {
    yield* must(replicated, "notReplicated", { bucket });
  },
});
