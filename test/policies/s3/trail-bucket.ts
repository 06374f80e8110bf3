import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { Bucket } from "../../../lib/aws/s3/bucket";
import { BucketPolicy } from "../../../lib/aws/s3/bucket-parts";
import { type Declared, declare, declareType, external, unknown } from "../../support/program";

export const bucketArn = "arn:aws:s3:::audit-logs";

/** A trail's bucket that says nothing of itself. */
export const bucket = bucketWith({});
export const trail = declare(Trail, "main", { s3BucketName: bucket.id });

/** The same bucket with arguments. */
export function bucketWith(args: object): Declared {
  return declare(Bucket, "audit", { bucket: "audit-logs", ...args });
}

/** As `bucketWith`, in the version that writes blocks as lists. */
export function bucketV2With(args: object): Declared {
  return declare(Bucket, "audit", { bucket: "audit-logs", ...args }, { type: "aws:s3/bucketV2:BucketV2" });
}

/** A bucket with its trail and what configures it. */
export function trailTo(own: Declared, ...parts: readonly Declared[]): readonly Declared[] {
  return [own, declare(Trail, "main", { s3BucketName: own.id }), ...parts];
}

/** The bucket that says nothing of itself, with its trail and a policy of these statements. */
export function withPolicy(...statements: readonly object[]): readonly Declared[] {
  return [bucket, trail, policyOf(...statements)];
}

export function policyOf(...statements: readonly object[]): Declared {
  return declare(BucketPolicy, "audit", {
    bucket: bucket.id,
    policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }),
  });
}

/** A policy of which a preview knows nothing. */
export const openPolicy = declare(BucketPolicy, "audit", { bucket: bucket.id, policy: unknown() });

/** Programs in which no trail's bucket of the stack is to be judged. */
export const elsewhere = [
  { name: "a bucket outside the stack", given: declare(Trail, "main", { s3BucketName: external("audit-logs") }) },
  { name: "a bucket outside the stack, by name", given: declare(Trail, "main", { s3BucketName: "audit-logs" }) },
  { name: "a bucket of no trail", given: declareType("aws:s3/bucket:Bucket", "website") },
] as const;

/** A trail whose bucket a preview cannot tell. */
export const undecided = {
  name: "a bucket that is not known yet",
  given: [bucket, declare(Trail, "main", { s3BucketName: unknown() })],
  at: "s3BucketName",
} as const;
