import { trailBuckets } from "../../lib/aws/s3/trail-buckets";
import { givesAway } from "../../lib/aws/s3/public-access";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-no-public-acl",
  on: trailBuckets,
  severity: "critical",
  preset: "recommended",
  summary: "The ACL of the trail's bucket must give strangers nothing",
  why: "Who reads the log files learns who does what with which keys and addresses; who writes them forges it.",
  fix: "Leave the ACL out: buckets are private unless it says otherwise.",
  practice: 15,
  covers: ["ct.bucket.not-public", "s3.acl.public-read", "s3.acl.public-write", "s3.acl.authenticated-users"],
  nist: ["AC-3", "AU-9"],
  messages: {
    publicRead: "the ACL of the trail's bucket `{bucket}` lets everybody read it",
    publicWrite: "the ACL of the trail's bucket `{bucket}` lets everybody write to it",
    anyAccount: "the ACL of the trail's bucket `{bucket}` lets everybody with some AWS account in",
  },
  *check({ acl, name: bucket }, { must }) {
    yield* must(negate(givesAway(acl, "read")), "publicRead", { bucket });
    yield* must(negate(givesAway(acl, "write")), "publicWrite", { bucket });
    yield* must(negate(givesAway(acl, "anyAccount")), "anyAccount", { bucket });
  },
});
