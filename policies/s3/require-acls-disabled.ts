import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { equals } from "../../lib/core/claim";
import { shown } from "../../lib/core/read";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-require-acls-disabled",
  on: trailBuckets,
  severity: "medium",
  preset: "recommended",
  summary: "The trail's bucket should not use ACLs",
  why: "ACLs are a second, older way in that policies do not show, and whoever writes an object may own it.",
  fix: 'Set `objectOwnership: "BucketOwnerEnforced"`, or leave the `aws.s3.BucketOwnershipControls` out.',
  practice: 15,
  covers: ["s3.acl.disabled"],
  nist: ["AC-3"],
  messages: { enabled: "the trail's bucket `{bucket}` uses ACLs, with object ownership `{ownership}`" },
  *check({ objectOwnership, name: bucket }, { must }) {
    yield* must(equals(objectOwnership, "BucketOwnerEnforced"), "enabled", {
      bucket,
      ownership: shown(objectOwnership),
    });
  },
});
