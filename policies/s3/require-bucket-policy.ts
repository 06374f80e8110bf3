import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { whether } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-require-bucket-policy",
  on: trailBuckets,
  severity: "medium",
  preset: "strict",
  summary: "The trail's bucket should have a policy",
  why: "Without one CloudTrail may not write to the bucket: AWS refuses to make the trail.",
  fix: "Declare an `aws.s3.BucketPolicy` that lets `cloudtrail.amazonaws.com` get the bucket's ACL and put objects.",
  practice: 15,
  covers: ["s3.policy.exists"],
  nist: ["AC-3"],
  messages: { noPolicy: "the trail's bucket `{bucket}` has no policy, so that CloudTrail may not write to it" },
  *check({ policy, name: bucket }, { must }) {
    const exists = whether(policy, () => true, "no");
    yield* must(exists, "noPolicy", { bucket });
  },
});
