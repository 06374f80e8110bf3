import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { Bucket } from "../../../lib/aws/s3/bucket";
import { BucketPolicy } from "../../../lib/aws/s3/bucket-parts";
import policy from "../../../policies/cloudtrail/require-bucket-access";
import { policyTest } from "../../support/policy-test";
import { type Declared, declare, external, interpolate, jsonStringify, unknown } from "../../support/program";

const account = "123456789012";
const trailArn = `arn:aws:cloudtrail:us-east-1:${account}:trail/main`;
const service = { Service: "cloudtrail.amazonaws.com" };
const bucket = declare(Bucket, "audit", { bucket: "audit-logs" });
const trail = declare(Trail, "main", { name: "main", s3BucketName: bucket.id });
const inFolder = declare(Trail, "main", { name: "main", s3BucketName: bucket.id, s3KeyPrefix: "trails" });
const ofOrganization = declare(Trail, "main", { name: "main", s3BucketName: bucket.id, isOrganizationTrail: true });

type Statement = Readonly<Record<string, unknown>>;

function readsAcl(Condition: Statement = { StringEquals: { "aws:SourceArn": trailArn } }): Statement {
  return {
    Sid: "Acl",
    Effect: "Allow",
    Principal: service,
    Action: "s3:GetBucketAcl",
    Resource: "arn:aws:s3:::audit-logs",
    Condition,
  };
}

function writes(folder: string, source: string = trailArn): Statement {
  const Condition = { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceArn": source } };
  return {
    Sid: "Write",
    Effect: "Allow",
    Principal: service,
    Action: "s3:PutObject",
    Resource: `arn:aws:s3:::audit-logs/${folder}*`,
    Condition,
  };
}

function denies(Condition: Statement, Action = "s3:*"): Statement {
  const Resource = ["arn:aws:s3:::audit-logs", "arn:aws:s3:::audit-logs/*"];
  return { Sid: "Deny", Effect: "Deny", Principal: "*", Action, Resource, Condition };
}

const own = `AWSLogs/${account}/`;

function under(of: Declared, ...Statement: readonly Statement[]): readonly Declared[] {
  return [bucket, of, policyOf({ Version: "2012-10-17", Statement })];
}

function policyOf(document: object): Declared {
  return declare(BucketPolicy, "audit", { bucket: bucket.id, policy: JSON.stringify(document) });
}

export default policyTest(policy, {
  pass: [
    { name: "as AWS documents it", given: under(trail, readsAcl(), writes(own)), only: "deployed" },
    { name: "without a folder of its own", given: under(trail, readsAcl({}), writes("")), only: "deployed" },
    { name: "with a prefix", given: under(inFolder, readsAcl(), writes(`trails/${own}`)), only: "deployed" },
    {
      name: "an organization's trail",
      given: under(ofOrganization, readsAcl(), writes(own), writes("AWSLogs/o-abcdefghij/")),
      only: "deployed",
    },
    {
      name: "only with TLS",
      given: under(trail, readsAcl(), writes(own), denies({ Bool: { "aws:SecureTransport": "false" } })),
      only: "deployed",
    },
    {
      name: "encrypted uploads only, where the trail has a key",
      given: under(
        declare(Trail, "main", { name: "main", s3BucketName: bucket.id, kmsKeyId: "alias/audit" }),
        readsAcl(),
        writes(own),
        denies({ StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" } }, "s3:PutObject"),
      ),
      only: "deployed",
    },
    {
      name: "closed to other accounts, AWS's services excepted",
      given: under(
        trail,
        readsAcl(),
        writes(own),
        denies({
          StringNotEquals: { "aws:PrincipalAccount": account },
          Bool: { "aws:PrincipalIsAWSService": "false" },
        }),
      ),
      only: "deployed",
    },
    {
      name: "a policy in the bucket itself",
      given: (() => {
        const holder = declare(Bucket, "audit", {
          bucket: "audit-logs",
          policy: JSON.stringify({ Version: "2012-10-17", Statement: [readsAcl(), writes(own)] }),
        });
        return [holder, declare(Trail, "main", { name: "main", s3BucketName: holder.id })];
      })(),
      only: "deployed",
    },
    { name: "a bucket outside the stack", given: declare(Trail, "main", { s3BucketName: external("audit-logs") }) },
    { name: "no trail", given: bucket },
  ],
  fail: [
    {
      name: "no policy at all",
      given: [bucket, trail],
      findings: [{ id: "refused", at: "" }],
    },
    {
      name: "may not read the ACL",
      given: under(trail, writes(own)),
      findings: [
        {
          id: "refused",
          at: "policy",
          data: {
            actions: "`s3:GetBucketAcl`",
            bucket: "audit",
            trail: "main",
            why: "no statement allows it",
            statement: JSON.stringify({
              Effect: "Allow",
              Principal: service,
              Action: "s3:GetBucketAcl",
              Resource: "arn:aws:s3:::audit-logs",
              Condition: { StringEquals: { "aws:SourceArn": trailArn } },
            }),
          },
        },
      ],
      only: "deployed",
    },
    {
      name: "the prefix is forgotten",
      given: under(inFolder, readsAcl(), writes(own)),
      findings: [{ id: "refused", at: "policy" }],
    },
    {
      name: "another account's folder",
      given: under(trail, readsAcl({}), writes("AWSLogs/444455556666/")),
      findings: [{ id: "refused", at: "policy" }],
    },
    {
      name: "another trail",
      given: under(trail, readsAcl(), writes(own, `arn:aws:cloudtrail:us-east-1:${account}:trail/other`)),
      findings: [
        {
          id: "refused",
          at: "policy",
          data: {
            actions: "`s3:PutObject`",
            bucket: "audit",
            trail: "main",
            why: "the condition on `aws:SourceArn` of statement `Write` does not hold for `arn:aws:cloudtrail:us-east-1:123456789012:trail/main`",
            statement: JSON.stringify({
              Effect: "Allow",
              Principal: service,
              Action: "s3:PutObject",
              Resource: `arn:aws:s3:::audit-logs/${own}*`,
              Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceArn": trailArn } },
            }),
          },
        },
      ],
      only: "deployed",
    },
    {
      name: "an organization's trail with the folder of one account",
      given: under(ofOrganization, readsAcl(), writes(own)),
      findings: [{ id: "refused", at: "policy" }],
    },
    {
      name: "another service",
      given: under(trail, { ...readsAcl(), Principal: { Service: "config.amazonaws.com" } }, writes(own)),
      findings: [{ id: "refused", at: "policy" }],
    },
    {
      name: "closed to all but the account, and so to CloudTrail",
      given: under(trail, readsAcl(), writes(own), denies({ StringNotEquals: { "aws:PrincipalAccount": account } })),
      findings: [
        {
          id: "denied",
          at: "policy",
          data: {
            actions: "`s3:GetBucketAcl` and `s3:PutObject`",
            why: "`s3:GetBucketAcl` is denied explicitly by the policy (`Deny`)",
            statement: "Deny",
            bucket: "audit",
            trail: "main",
          },
        },
      ],
    },
    {
      name: "closed to all but a VPC endpoint",
      given: under(trail, readsAcl(), writes(own), denies({ StringNotEquals: { "aws:SourceVpce": "vpce-1" } })),
      findings: [{ id: "denied", at: "policy" }],
    },
    {
      name: "wants another encryption than the trail's key",
      given: under(
        declare(Trail, "main", { name: "main", s3BucketName: bucket.id, kmsKeyId: "alias/audit" }),
        readsAcl(),
        writes(own),
        denies({ StringNotEquals: { "s3:x-amz-server-side-encryption": "AES256" } }, "s3:PutObject"),
      ),
      findings: [{ id: "denied", at: "policy" }],
    },
  ],
  unknown: [
    {
      name: "a policy made of outputs",
      given: [
        trail,
        bucket,
        declare(BucketPolicy, "audit", {
          bucket: bucket.id,
          policy: jsonStringify({ Statement: [{ ...readsAcl(), Resource: interpolate`${bucket.arn}` }] }),
        }),
      ],
      at: "policy",
    },
    {
      name: "an account not known yet",
      given: under(trail, readsAcl(), writes(own)),
      at: "policy",
    },
    {
      name: "encryption of which nobody knows whether CloudTrail asks for it",
      given: under(
        trail,
        readsAcl(),
        writes(own),
        denies({ StringNotEquals: { "s3:x-amz-server-side-encryption": "AES256" } }, "s3:PutObject"),
      ),
      at: "policy",
    },
    { name: "which bucket", given: [bucket, declare(Trail, "main", { s3BucketName: unknown() })], at: "s3BucketName" },
  ],
});
