import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { Bucket } from "../../../lib/aws/s3/bucket";
import { BucketPolicy } from "../../../lib/aws/s3/bucket-parts";
import { Queue } from "../../../lib/aws/sqs/queue";
import policy from "../../../policies/iam/no-public-resource-policy";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, unknown } from "../../support/program";
import { documentOf } from "../../support/trust";

const everybody = { Sid: "All", Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Resource: "*" };

function queue(...statements: readonly object[]) {
  return declare(Queue, "jobs", { policy: documentOf(...statements) });
}

function carried(type: string, property: string, statement: object) {
  return declareType(type, "it", { [property]: documentOf(statement) });
}

const everyAction = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
const kinds: readonly (readonly [string, string])[] = [
  ["aws:backup/vaultPolicy:VaultPolicy", "policy"],
  ["aws:codeartifact/domainPermissions:DomainPermissions", "policyDocument"],
  ["aws:dynamodb/resourcePolicy:ResourcePolicy", "policy"],
  ["aws:ecr/repositoryPolicy:RepositoryPolicy", "policy"],
  ["aws:efs/fileSystemPolicy:FileSystemPolicy", "policy"],
  ["aws:glue/resourcePolicy:ResourcePolicy", "policy"],
  ["aws:kinesis/resourcePolicy:ResourcePolicy", "policy"],
  ["aws:lambda/resourcePolicy:ResourcePolicy", "policy"],
  ["aws:opensearch/domain:Domain", "accessPolicies"],
  ["aws:s3/bucketPolicy:BucketPolicy", "policy"],
  ["aws:secretsmanager/secretPolicy:SecretPolicy", "policy"],
  ["aws:ses/identityPolicy:IdentityPolicy", "policy"],
  ["aws:sqs/queuePolicy:QueuePolicy", "policy"],
];

const bucket = declare(Bucket, "logs");
const trail = declare(Trail, "main", { s3BucketName: bucket.output("bucket") });

export default policyTest(policy, {
  pass: [
    { name: "no policy", given: declare(Queue, "jobs") },
    {
      name: "a role",
      given: queue({ ...everybody, Principal: { AWS: "arn:aws:iam::123456789012:role/ci" } }),
    },
    { name: "a service", given: queue({ ...everybody, Principal: { Service: "sns.amazonaws.com" } }) },
    {
      name: "a topic, by everybody's principal",
      given: queue({
        ...everybody,
        Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:sns:us-east-1:123456789012:alerts" } },
      }),
    },
    {
      name: "one organization",
      given: queue({ ...everybody, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }),
    },
    {
      name: "one network",
      given: queue({ ...everybody, Condition: { StringEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } } }),
    },
    {
      name: "an office's addresses",
      given: queue({ ...everybody, Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }),
    },
    {
      name: "a file system's mount targets",
      given: carried("aws:efs/fileSystemPolicy:FileSystemPolicy", "policy", {
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
        Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
      }),
    },
    {
      name: "an API, which is there for the public",
      given: carried("aws:apigateway/restApiPolicy:RestApiPolicy", "policy", everyAction),
    },
    {
      name: "the bucket of a trail, which another policy judges",
      given: [
        trail,
        bucket,
        declare(BucketPolicy, "open", { bucket: bucket.output("bucket"), policy: documentOf(everyAction) }),
      ],
    },
    { name: "plain HTTP is denied to everybody", given: queue({ ...everybody, Effect: "Deny" }) },
    {
      name: "everybody but one, which another policy reports",
      given: queue({
        Effect: "Allow",
        NotPrincipal: { AWS: "arn:aws:iam::123456789012:root" },
        Action: "sqs:*",
        Resource: "*",
      }),
    },
  ],
  fail: [
    {
      name: "everybody",
      given: queue(everybody),
      findings: [
        {
          id: "open",
          at: "policy.Statement[0]",
          data: { statement: "All", document: "policy of queue `jobs`" },
        },
      ],
      controls: ["iam.resource-policy.public"],
    },
    {
      name: "every address",
      given: queue({ ...everybody, Condition: { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } } }),
      findings: [{ id: "open", at: "policy.Statement[0]" }],
    },
    {
      name: "every address but one network",
      given: queue({ ...everybody, Condition: { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }),
      findings: [{ id: "open", at: "policy.Statement[0]" }],
    },
    {
      name: "a topic of any account",
      given: queue({ ...everybody, Condition: { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:*" } } }),
      findings: [{ id: "open", at: "policy.Statement[0]" }],
    },
    {
      name: "over TLS",
      given: queue({ ...everybody, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
      findings: [{ id: "open", at: "policy.Statement[0]" }],
    },
    {
      name: "the second statement",
      given: queue({ ...everybody, Principal: { AWS: "123456789012" } }, { ...everybody, Sid: "Open" }),
      findings: [{ id: "open", at: "policy.Statement[1]" }],
    },
    ...kinds.map(([type, property]) => ({
      name: `everybody in ${type}`,
      given: carried(type, property, everyAction),
      findings: [{ id: "open", at: `${property}.Statement[0]` }],
    })),
  ],
  unknown: [{ name: "a document not known yet", given: declare(Queue, "jobs", { policy: unknown() }), at: "policy" }],
  firmWhenUnknown: {
    "Trail.s3BucketName": "whether it is the bucket of a trail decides only which policy tells of it",
  },
});
