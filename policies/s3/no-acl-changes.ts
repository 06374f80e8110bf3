import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { grantsAclChanges } from "../../lib/aws/s3/public-access";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-no-acl-changes",
  on: trailBuckets,
  severity: "high",
  preset: "recommended",
  summary: "The ACL of the trail's bucket must let nobody change it",
  why: "Whoever may change the ACL can give themselves and everybody else the rest.",
  fix: "Leave out the grant of `WRITE_ACP`.",
  practice: 15,
  covers: ["s3.acl.write-acp"],
  nist: ["AC-3"],
  messages: { granted: "the ACL of the trail's bucket `{bucket}` lets a grantee change the ACL" },
  *check({ acl, name: bucket }, { must }) {
    yield* must(negate(grantsAclChanges(acl)), "granted", { bucket });
  },
});
