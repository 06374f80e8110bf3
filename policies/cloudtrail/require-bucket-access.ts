import { bucketVerdict } from "../../lib/aws/delivery/trail";
import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-bucket-access",
  on: trailBuckets,
  severity: "high",
  preset: "recommended",
  summary: "The policy of a trail's bucket must let CloudTrail write to it",
  why: "CloudTrail refuses to make a trail whose bucket does not admit it. If the policy changes later, delivery stops, and nobody is told.",
  fix: "Let the bucket's policy allow `cloudtrail.amazonaws.com` to call `s3:GetBucketAcl` on the bucket and `s3:PutObject` on the trail's folder.",
  practice: 15,
  nist: ["AU-4", "AU-5", "AU-9"],
  messages: {
    refused: {
      what: "trail `{trail}` cannot use bucket `{bucket}`: CloudTrail may not call {actions}, since {why}",
      fix: "Add to the bucket's policy: `{statement}`.",
    },
    denied: {
      what: "trail `{trail}` cannot use bucket `{bucket}`: CloudTrail may not call {actions}, since statement `{statement}` denies it",
      fix: 'Except CloudTrail from statement `{statement}`, for example with `"Bool": { "aws:PrincipalIsAWSService": "false" }` in its condition.',
    },
  },
  *check(bucket, { must, undetermined }) {
    if (bucket.trails.length === 0) yield undetermined(bucket.place, "refused");
    for (const trail of bucket.trails) {
      const { claim, id, ...data } = bucketVerdict(bucket, trail);
      yield* must(claim, id, { ...data, bucket: bucket.name, trail: trail.name });
    }
  },
});
