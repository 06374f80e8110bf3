import type { PropertyMap } from "../../../core/properties";
import { type Detection, detectionByName } from "./detection";
import { apiCall, type CatalogueEvent } from "./event";

/**
 * S3 records the sub-resource of a bucket call as a parameter with an empty value. Some events are named otherwise than
 * their calls, such as `PutBucketLifecycle`. Source: S3 user guide, "Amazon S3 CloudTrail events" (read 2026-11).
 */
function bucketCall(eventName: string, subresource: string, more: PropertyMap = {}): CatalogueEvent {
  const readOnly = eventName.startsWith("Get");
  return apiCall("s3", eventName, {
    ...(readOnly && { readOnly }),
    parameters: ({ bucketName, region }) => ({
      bucketName,
      Host: `${bucketName}.s3.${region}.amazonaws.com`,
      [subresource]: "",
      ...more,
    }),
    resources: ({ bucketName, account }) => [
      { ARN: `arn:aws:s3:::${bucketName}`, accountId: account, type: "AWS::S3::Bucket" },
    ],
  });
}

const openPolicy = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" }],
};

const noPublicAccessBlock = {
  PublicAccessBlockConfiguration: {
    BlockPublicAcls: false,
    BlockPublicPolicy: false,
    IgnorePublicAcls: false,
    RestrictPublicBuckets: false,
  },
};

export const s3BucketPolicyChanges: Detection = detectionByName({
  id: "s3-bucket-policy-changes",
  title: "Changes to the access of S3 buckets",
  why: "A bucket opened to the world, or evidence set to expire, is noticed by others first.",
  practice: 15,
  controls: ["alarm.cis.s3-policy-changes"],
  level: "advisory",
  mustRing: [
    bucketCall("PutBucketAcl", "acl", { "x-amz-acl": "public-read" }),
    bucketCall("PutBucketPolicy", "policy", { bucketPolicy: openPolicy }),
    bucketCall("PutBucketCors", "cors"),
    bucketCall("PutBucketLifecycle", "lifecycle", {
      LifecycleConfiguration: { Rule: { ID: "gone", Status: "Enabled", Expiration: { Days: 1 }, Prefix: "" } },
    }),
    bucketCall("PutBucketReplication", "replication"),
    bucketCall("DeleteBucketPolicy", "policy"),
    bucketCall("DeleteBucketCors", "cors"),
    bucketCall("DeleteBucketLifecycle", "lifecycle"),
    bucketCall("DeleteBucketReplication", "replication"),
  ],
  shouldRing: [
    bucketCall("PutBucketPublicAccessBlock", "publicAccessBlock", noPublicAccessBlock),
    bucketCall("DeleteBucketPublicAccessBlock", "publicAccessBlock"),
    apiCall("s3", "PutAccountPublicAccessBlock", {
      parameters: ({ account }) => ({ accountId: account, ...noPublicAccessBlock }),
    }),
    apiCall("s3", "DeleteAccountPublicAccessBlock", { parameters: ({ account }) => ({ accountId: account }) }),
    bucketCall("PutBucketOwnershipControls", "ownershipControls"),
    bucketCall("PutBucketVersioning", "versioning", { VersioningConfiguration: { Status: "Suspended" } }),
    bucketCall("DeleteBucketEncryption", "encryption"),
  ],
  lookAlikes: [
    bucketCall("GetBucketPolicy", "policy"),
    bucketCall("GetBucketAcl", "acl"),
    apiCall("s3", "ListBuckets", { readOnly: true, parameters: () => ({ Host: "s3.amazonaws.com" }) }),
  ],
});
