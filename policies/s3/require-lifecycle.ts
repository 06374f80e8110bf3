import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { some } from "../../lib/core/claim";
import { whereConfigured } from "../../lib/aws/s3/configuration";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-require-lifecycle",
  on: trailBuckets,
  severity: "low",
  preset: "strict",
  summary: "The trail's bucket should have a lifecycle",
  why: "Without one nobody has decided how long log files and their old versions are kept, and the bucket only grows.",
  fix: "Declare an `aws.s3.BucketLifecycleConfiguration` with an enabled rule.",
  practice: 15,
  covers: ["s3.lifecycle"],
  nist: ["AU-11"],
  messages: { noLifecycle: "the trail's bucket `{bucket}` has no lifecycle rule that is enabled" },
  *check({ lifecycle, name: bucket }, { must }) {
    const decided = whereConfigured(lifecycle, (rules) => some(...rules.map(({ enabled }) => enabled)));
    yield* must(decided, "noLifecycle", { bucket });
  },
});
