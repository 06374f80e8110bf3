import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-require-event-notifications",
  on: trailBuckets,
  severity: "low",
  preset: "strict",
  summary: "The trail's bucket should tell of events",
  why: "Without notifications nothing notices that log files were deleted, or that none arrive any more.",
  fix: "Declare an `aws.s3.BucketNotification` with `eventbridge: true`, or with a topic, queue or function.",
  practice: 15,
  covers: ["s3.event-notifications"],
  nist: ["SI-4"],
  messages: { silent: "the trail's bucket `{bucket}` tells nobody of what happens to its objects" },
  *check({ tellsSomebody, name: bucket }, { must }) {
    yield* must(tellsSomebody, "silent", { bucket });
  },
});
