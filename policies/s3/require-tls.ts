import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { refusesPlainHttp } from "../../lib/aws/s3/bucket-policy";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-require-tls",
  on: trailBuckets,
  severity: "high",
  preset: "recommended",
  summary: "The trail's bucket must refuse requests without TLS",
  why: "Over plain HTTP log files can be read, and credentials' requests replayed, by whoever is on the way.",
  fix: 'Add a statement that denies `s3:*` to `*` on the bucket and its objects where `Bool: { "aws:SecureTransport": "false" }`.',
  practice: 15,
  covers: ["s3.policy.ssl-only"],
  nist: ["SC-8", "AU-9"],
  messages: { plainHttp: "the policy of the trail's bucket `{bucket}` does not refuse every request without TLS" },
  *check(bucket, { must }) {
    yield* must(refusesPlainHttp(bucket), "plainHttp", { bucket: bucket.name });
  },
});
