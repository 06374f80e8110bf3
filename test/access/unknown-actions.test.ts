import assert from "node:assert/strict";
import { expandActionFacts } from "../../lib/access/facts/actions";
import { meantAction } from "../../lib/access/unknown-actions";

/** What is written, and what is meant, as the "API operations" of the Service Authorization Reference have it. */
const meant: readonly (readonly [written: string, meant: string])[] = [
  ["s3:HeadBucket", "s3:ListBucket"],
  ["s3:HeadObject", "s3:GetObject"],
  ["s3:ListObjectsV2", "s3:ListBucket"],
  ["s3:ListBuckets", "s3:ListAllMyBuckets"],
  ["s3:ListObjectVersions", "s3:ListBucketVersions"],
  ["s3:CompleteMultipartUpload", "s3:PutObject"],
  ["s3:DeleteObjects", "s3:DeleteObject"],
  ["s3:DeleteBucketCors", "s3:PutBucketCORS"],
  ["s3:DeleteBucketEncryption", "s3:PutEncryptionConfiguration"],
  ["s3:DeleteBucketLifecycle", "s3:PutLifecycleConfiguration"],
  ["s3:PutBucketReplication", "s3:PutReplicationConfiguration"],
  ["s3:GetObjectLockConfiguration", "s3:GetBucketObjectLockConfiguration"],
  ["s3:DeletePublicAccessBlock", "s3:PutBucketPublicAccessBlock"],
  ["s3:DeleteBucketPublicAccessBlock", "s3:PutBucketPublicAccessBlock"],
  ["s3:DeleteAccountPublicAccessBlock", "s3:PutAccountPublicAccessBlock"],
  ["s3:listbucketmetricsconfigurations", "s3:GetMetricsConfiguration"],
  ["lambda:Invoke", "lambda:InvokeFunction"],
  ["lambda:InvokeWithResponseStream", "lambda:InvokeFunction"],
  ["dynamodb:TransactGetItems", "dynamodb:GetItem"],
  ["dynamodb:TransactWriteItems", "dynamodb:PutItem"],
  ["bedrock:Converse", "bedrock:InvokeModel"],
  ["bedrock:ConverseStream", "bedrock:InvokeModelWithResponseStream"],
  ["sqs:SendMessageBatch", "sqs:SendMessage"],
  ["sqs:DeleteMessageBatch", "sqs:DeleteMessage"],
  ["sqs:ChangeMessageVisibilityBatch", "sqs:ChangeMessageVisibility"],
  ["sns:PublishBatch", "sns:Publish"],
  ["kms:ReEncrypt", "kms:ReEncrypt*"],
  ["elbv2:CreateLoadBalancer", "elasticloadbalancing:CreateLoadBalancer"],
  ["monitoring:PutMetricAlarm", "cloudwatch:PutMetricAlarm"],
  ["sso-admin:CreatePermissionSet", "sso:CreatePermissionSet"],
  ["bedrock-runtime:InvokeModel", "bedrock:InvokeModel"],
  ["docdb:Describe*", "rds:Describe*"],
];

/** Actions that AWS lists, though each looks like a call that has no action of its own. */
const listed = ["s3:ListBucketVersions", "s3:DeleteBucketPolicy", "s3:GetObjectAttributes", "lambda:InvokeAsync"];

describe("access: actions that AWS does not list", () => {
  for (const [written, action] of meant) {
    it(`${written} is no action, and ${action} is meant`, () => {
      assert.deepEqual(expandActionFacts(written), []);
      assert.equal(meantAction(written), action);
      assert.notDeepEqual(expandActionFacts(action), []);
    });
  }

  for (const action of listed) {
    it(`${action} is an action`, () => {
      assert.equal(meantAction(action), undefined);
    });
  }
});
