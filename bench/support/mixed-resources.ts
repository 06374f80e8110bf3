export interface MixedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

type Make = (index: number) => Omit<MixedResource, "urn">;

const account = "123456789012";

/** A document as least-privilege roles carry it. */
const document = (index: number) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Read",
        Effect: "Allow",
        Action: ["s3:GetObject", "s3:ListBucket"],
        Resource: [`arn:aws:s3:::data-${index}`, `arn:aws:s3:::data-${index}/*`],
      },
      {
        Sid: "Log",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `arn:aws:logs:eu-central-1:${account}:log-group:/aws/lambda/f-${index}:*`,
      },
    ],
  });

const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
});

/** What a service of today is made of, in about these numbers: a third of it is nothing that this pack looks at. */
const kinds: readonly Make[] = [
  (n) => ({
    type: "aws:lambda/function:Function",
    name: `f-${n}`,
    properties: {
      name: `f-${n}`,
      runtime: "nodejs22.x",
      handler: "index.handler",
      role: `arn:aws:iam::${account}:role/r-${n}`,
      memorySize: 256,
      timeout: 10,
      environment: { variables: { TABLE: `t-${n}` } },
    },
  }),
  (n) => ({
    type: "aws:iam/role:Role",
    name: `r-${n}`,
    properties: {
      name: `r-${n}`,
      assumeRolePolicy: trust,
      maxSessionDuration: 3600,
      path: "/",
      arn: `arn:aws:iam::${account}:role/r-${n}`,
    },
  }),
  (n) => ({
    type: "aws:iam/rolePolicy:RolePolicy",
    name: `rp-${n}`,
    properties: { name: `rp-${n}`, role: `r-${n}`, policy: document(n) },
  }),
  (n) => ({
    type: "aws:cloudwatch/logGroup:LogGroup",
    name: `lg-${n}`,
    properties: {
      name: `/aws/lambda/f-${n}`,
      retentionInDays: 400,
      skipDestroy: false,
      arn: `arn:aws:logs:eu-central-1:${account}:log-group:/aws/lambda/f-${n}`,
    },
  }),
  (n) => ({
    type: "aws:dynamodb/table:Table",
    name: `t-${n}`,
    properties: {
      name: `t-${n}`,
      billingMode: "PAY_PER_REQUEST",
      hashKey: "id",
      attributes: [{ name: "id", type: "S" }],
    },
  }),
  (n) => ({
    type: "aws:s3/bucket:Bucket",
    name: `b-${n}`,
    properties: { bucket: `b-${n}`, forceDestroy: false, arn: `arn:aws:s3:::b-${n}` },
  }),
  (n) => ({
    type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    name: `pab-${n}`,
    properties: {
      bucket: `b-${n}`,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
  }),
  (n) => ({
    type: "aws:ec2/securityGroup:SecurityGroup",
    name: `sg-${n}`,
    properties: {
      name: `sg-${n}`,
      description: "a service",
      vpcId: "vpc-0123456789abcdef0",
      ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] }],
    },
  }),
  (n) => ({
    type: "aws:ec2/subnet:Subnet",
    name: `sn-${n}`,
    properties: { vpcId: "vpc-0123456789abcdef0", cidrBlock: "10.0.0.0/24", tags: { Name: `sn-${n}` } },
  }),
  (n) => ({
    type: "aws:sqs/queue:Queue",
    name: `q-${n}`,
    properties: {
      name: `q-${n}`,
      messageRetentionSeconds: 345600,
      visibilityTimeoutSeconds: 30,
      arn: `arn:aws:sqs:eu-central-1:${account}:q-${n}`,
    },
  }),
  (n) => ({
    type: "aws:sns/topic:Topic",
    name: `topic-${n}`,
    properties: { name: `topic-${n}`, arn: `arn:aws:sns:eu-central-1:${account}:topic-${n}` },
  }),
  (n) => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    name: `a-${n}`,
    properties: {
      name: `a-${n}`,
      namespace: "AWS/Lambda",
      metricName: "Errors",
      statistic: "Sum",
      period: 60,
      evaluationPeriods: 1,
      threshold: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      alarmActions: [`arn:aws:sns:eu-central-1:${account}:topic-${n}`],
      actionsEnabled: true,
    },
  }),
  (n) => ({
    type: "aws:route53/record:Record",
    name: `dns-${n}`,
    properties: { name: `s-${n}.example.com`, type: "A", ttl: 300, records: ["192.0.2.1"], zoneId: "Z0123456789" },
  }),
  (n) => ({
    type: "aws:ecs/service:Service",
    name: `svc-${n}`,
    properties: {
      name: `svc-${n}`,
      desiredCount: 2,
      launchType: "FARGATE",
      cluster: `arn:aws:ecs:eu-central-1:${account}:cluster/main`,
    },
  }),
];

/** `count` resources of a believable mix, always the same. */
export function mixedResources(count: number): readonly MixedResource[] {
  return Array.from({ length: count }, (_, index) => {
    const make = kinds[index % kinds.length];
    if (!make) throw new Error("no kinds of resources");
    const made = make(Math.floor(index / kinds.length));
    return { ...made, urn: `urn:pulumi:bench::mixed::${made.type}::${made.name}` };
  });
}
