import { Trail } from "../../lib/aws/cloudtrail/trail";
import { isGiven, negate, whether } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-kms-encryption",
  on: Trail,
  severity: "high",
  preset: "recommended",
  summary: "Trails must be encrypted with a KMS key of your own",
  why: "With S3's own encryption whoever may read the bucket may read the log; a key asks for a second permission, and its use is recorded.",
  fix: "Set `kmsKeyId` to the ARN of an `aws.kms.Key` whose policy lets CloudTrail encrypt.",
  practice: 15,
  covers: ["ct.kms"],
  nist: ["AU-9", "SC-28"],
  messages: {
    noKey: "trail `{trail}` has no KMS key",
    awsKey: "trail `{trail}` names the AWS managed key `{key}`, whose policy nobody can set",
  },
  *check(trail, { must }) {
    const { kmsKeyId: key } = trail;
    yield* must(isGiven(key), "noKey", { trail: trail.name });
    const isAwsKey = whether(key, (text) => text.includes("alias/aws/"), "no");
    // A key that a preview does not know yet is one that the program makes or looks up: it is no AWS managed one.
    if (key.kind === "known") yield* must(negate(isAwsKey), "awsKey", { trail: trail.name, key: key.value });
  },
});
