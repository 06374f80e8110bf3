import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { Key } from "../../../lib/aws/kms/key";
import { KeyPolicy } from "../../../lib/aws/kms/key-policy";
import { Bucket } from "../../../lib/aws/s3/bucket";
import policy from "../../../policies/cloudtrail/require-key-access";
import { policyTest } from "../../support/policy-test";
import { type Declared, type DeclareOptions, declare, declareType, external, unknown } from "../../support/program";

const account = "123456789012";
const trailArn = `arn:aws:cloudtrail:us-east-1:${account}:trail/main`;
const service = { Service: "cloudtrail.amazonaws.com" };

type Statement = Readonly<Record<string, unknown>>;

const root: Statement = {
  Sid: "Root",
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${account}:root` },
  Action: "kms:*",
  Resource: "*",
};
const encrypt: Statement = {
  Sid: "Encrypt",
  Effect: "Allow",
  Principal: service,
  Action: "kms:GenerateDataKey*",
  Resource: "*",
  Condition: {
    StringEquals: { "aws:SourceArn": trailArn },
    StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": `arn:aws:cloudtrail:*:${account}:trail/*` },
  },
};
const describe: Statement = {
  Sid: "Describe",
  Effect: "Allow",
  Principal: service,
  Action: "kms:DescribeKey",
  Resource: "*",
  Condition: { StringEquals: { "aws:SourceArn": trailArn } },
};
const unconditional: Statement = { ...describe, Action: ["kms:GenerateDataKey*", "kms:DescribeKey"], Condition: {} };

function text(...Statement: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

function trailWith(key: Declared, bucket: unknown = "audit-logs"): readonly Declared[] {
  return [key, declare(Trail, "main", { name: "main", s3BucketName: bucket as string, kmsKeyId: key.arn })];
}

function under(...Statement: readonly Statement[]): readonly Declared[] {
  return trailWith(declare(Key, "audit", { policy: text(...Statement) }));
}

function keyOf(type: string, args: object, options: DeclareOptions = {}): Declared {
  return declareType(type, "audit", { policy: text(root, unconditional), ...args }, options);
}

const bare = declare(Key, "audit");
const bucket = declare(Bucket, "audit", { bucket: "audit-logs" }, { region: "eu-west-1" });

export default policyTest(policy, {
  pass: [
    { name: "as AWS documents it", given: under(root, encrypt, describe), only: "deployed" },
    { name: "without conditions", given: under(root, unconditional) },
    { name: "a policy of its own", given: [...trailWith(bare), keyPolicy(root, unconditional)] },
    {
      name: "left to nobody's IAM policies, but to a role that reads",
      given: under(unconditional, {
        ...root,
        Principal: { AWS: `arn:aws:iam::${account}:role/reader` },
        Action: "kms:Decrypt",
      }),
    },
    {
      name: "readable through a grant",
      given: [
        ...trailWith(keyOf("aws:kms/key:Key", { policy: text(unconditional) })),
        declareType("aws:kms/grant:Grant", "reader", {
          keyId: keyOf("aws:kms/key:Key", {}).id,
          granteePrincipal: `arn:aws:iam::${account}:role/reader`,
          operations: ["Decrypt"],
        }),
      ],
    },
    { name: "an imported key", given: trailWith(keyOf("aws:kms/externalKey:ExternalKey", {})) },
    {
      name: "a key outside the stack",
      given: declare(Trail, "main", { kmsKeyId: external(`arn:aws:kms:us-east-1:${account}:key/1`) }),
    },
    { name: "no key", given: declare(Trail, "main") },
  ],
  fail: [
    {
      name: "AWS's default policy",
      given: trailWith(bare),
      findings: [
        {
          id: "refused",
          at: "policy",
        },
      ],
    },
    {
      name: "only the account",
      given: under(root),
      findings: [
        {
          id: "refused",
          at: "policy",
          data: {
            key: "audit",
            trail: "main",
            actions: "`kms:DescribeKey` and `kms:GenerateDataKey`",
            why: "no statement allows it to `cloudtrail.amazonaws.com`",
            statement: [describe, encrypt].map(withoutSid).join(", "),
          },
        },
      ],
      only: "deployed",
    },
    {
      name: "another trail's encryption context",
      given: under(root, describe, {
        ...encrypt,
        Condition: { StringEquals: { "kms:EncryptionContext:aws:cloudtrail:arn": `${trailArn}-2` } },
      }),
      findings: [{ id: "refused", at: "policy" }],
      only: "deployed",
    },
    {
      name: "data keys alone",
      given: under(root, { ...unconditional, Action: "kms:GenerateDataKey*" }),
      findings: [{ id: "refused", at: "policy" }],
    },
    {
      name: "denied to all but one role",
      given: under(root, unconditional, {
        Sid: "Others",
        Effect: "Deny",
        Principal: "*",
        Action: "kms:*",
        Resource: "*",
        Condition: { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::${account}:role/reader` } },
      }),
      findings: [
        {
          id: "denied",
          at: "policy",
          data: {
            key: "audit",
            trail: "main",
            actions: "`kms:DescribeKey` and `kms:GenerateDataKey`",
            why: "`kms:DescribeKey` is denied explicitly by the policy (`Others`)",
            statement: "Others",
          },
        },
      ],
    },
    {
      name: "an asymmetric key",
      given: trailWith(keyOf("aws:kms/key:Key", { customerMasterKeySpec: "RSA_4096" })),
      findings: [
        {
          id: "wrongKind",
          at: "customerMasterKeySpec",
          data: { key: "audit", trail: "main", actions: "", why: "", statement: "" },
        },
      ],
    },
    {
      name: "a key for signatures",
      given: trailWith(keyOf("aws:kms/key:Key", { keyUsage: "GENERATE_VERIFY_MAC" })),
      findings: [{ id: "wrongKind", at: "keyUsage" }],
    },
    {
      name: "a key in another region than the bucket",
      given: [...trailWith(keyOf("aws:kms/key:Key", {}), bucket.id), bucket],
      findings: [
        { id: "elsewhere", at: "region", data: { key: "audit", trail: "main", actions: "", why: "", statement: "" } },
      ],
    },
    {
      name: "nobody may read",
      given: under(unconditional),
      findings: [{ id: "unreadable", at: "policy", data: { key: "audit", trail: "main" } }],
    },
  ],
  unknown: [
    {
      name: "a policy from another stack",
      given: trailWith(declare(Key, "audit", { policy: external(text(root)) })),
      at: "policy",
      id: "refused",
    },
    { name: "a trail whose account is not known yet", given: under(root, encrypt, describe), at: "policy" },
    { name: "which key", given: [bare, declare(Trail, "main", { kmsKeyId: unknown() })], at: "kmsKeyId" },
  ],
});

function keyPolicy(...statements: readonly Statement[]): Declared {
  return declare(KeyPolicy, "audit", { keyId: bare.id, policy: text(...statements) });
}

function withoutSid({ Sid: _, Effect, Principal, Resource, Action, Condition }: Statement): string {
  return JSON.stringify({ Effect, Principal, Resource, Action, Condition });
}
