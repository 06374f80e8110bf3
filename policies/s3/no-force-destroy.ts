import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { isFalse } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-no-force-destroy",
  on: trailBuckets,
  severity: "high",
  preset: "recommended",
  summary: "The trail's bucket must not be destroyed with what is in it",
  why: "With `forceDestroy`, `pulumi destroy` or a renamed bucket deletes all log files, every version of them.",
  fix: "Leave `forceDestroy` out.",
  practice: 15,
  nist: ["AU-9", "AU-11"],
  messages: { forced: "`forceDestroy` of the trail's bucket `{bucket}` deletes all log files with it" },
  *check({ forceDestroy, name: bucket }, { must }) {
    yield* must(isFalse(forceDestroy), "forced", { bucket });
  },
});
