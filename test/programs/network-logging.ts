import { type Program } from "../e2e/support";

/** A VPC with flow logs to both kinds of destination, resolver query logs, a load balancer with access logs, WAF logs, a gateway endpoint with a policy. */
const program: Program = (aws, pulumi) => {
  const identity = aws.getCallerIdentityOutput();
  const account = identity.accountId;
  const region = aws.getRegionOutput().region;
  const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.20.0.0/16", enableDnsHostnames: true });
  const subnets = [0, 1].map(
    (index) => new aws.ec2.Subnet(`private-${index}`, { vpcId: vpc.id, cidrBlock: `10.20.${index}.0/24` }),
  );
  const flow = new aws.cloudwatch.LogGroup("flow", { name: "/vpc/flow", retentionInDays: 400 });
  const flowRole = new aws.iam.Role("flow", {
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["sts:AssumeRole"],
          principals: [{ type: "Service", identifiers: ["vpc-flow-logs.amazonaws.com"] }],
          conditions: [
            { test: "StringEquals", variable: "aws:SourceAccount", values: [account] },
            {
              test: "ArnLike",
              variable: "aws:SourceArn",
              values: [pulumi.interpolate`arn:aws:ec2:${region}:${account}:vpc-flow-log/*`],
            },
          ],
        },
      ],
    }).json,
  });
  const flowPolicy = new aws.iam.Policy("flow", {
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"],
          resources: [flow.arn, pulumi.interpolate`${flow.arn}:*`],
        },
      ],
    }).json,
  });
  new aws.iam.RolePolicyAttachment("flow", { role: flowRole.name, policyArn: flowPolicy.arn });
  new aws.ec2.FlowLog("main", {
    vpcId: vpc.id,
    trafficType: "ALL",
    logDestination: flow.arn,
    iamRoleArn: flowRole.arn,
  });

  const queries = new aws.cloudwatch.LogGroup("queries", { name: "/route53/queries", retentionInDays: 400 });
  new aws.cloudwatch.LogResourcePolicy("queries", {
    policyName: "resolver-queries",
    policyDocument: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: pulumi.interpolate`${queries.arn}:*`,
          Condition: {
            StringEquals: { "aws:SourceAccount": account },
            ArnLike: { "aws:SourceArn": pulumi.interpolate`arn:aws:logs:${region}:${account}:*` },
          },
        },
      ],
    }),
  });
  const resolver = new aws.route53.ResolverQueryLogConfig("main", { destinationArn: queries.arn });
  new aws.route53.ResolverQueryLogConfigAssociation("main", {
    resolverQueryLogConfigId: resolver.id,
    resourceId: vpc.id,
  });

  const logs = new aws.s3.Bucket("load-balancer-logs");
  new aws.s3.BucketPublicAccessBlock("load-balancer-logs", {
    bucket: logs.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  const delivery = new aws.s3.BucketPolicy("load-balancer-logs", {
    bucket: logs.id,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: pulumi.interpolate`${logs.arn}/web/AWSLogs/${account}/*`,
        },
        {
          Effect: "Allow",
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: pulumi.interpolate`${logs.arn}/flow/AWSLogs/${account}/*`,
          Condition: {
            StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceAccount": account },
            ArnLike: { "aws:SourceArn": pulumi.interpolate`arn:aws:logs:${region}:${account}:*` },
          },
        },
        {
          Effect: "Allow",
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Action: "s3:GetBucketAcl",
          Resource: logs.arn,
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
        {
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [logs.arn, pulumi.interpolate`${logs.arn}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    }),
  });
  const balancer = new aws.lb.LoadBalancer(
    "web",
    {
      subnets: subnets.map(({ id }) => id),
      internal: true,
      accessLogs: { bucket: logs.bucket, prefix: "web", enabled: true },
      dropInvalidHeaderFields: true,
    },
    { dependsOn: delivery },
  );
  const requests = new aws.cloudwatch.LogGroup("requests", { name: "aws-waf-logs-web", retentionInDays: 400 });
  const firewall = new aws.wafv2.WebAcl("web", {
    scope: "REGIONAL",
    defaultAction: { allow: {} },
    visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "web", sampledRequestsEnabled: true },
  });
  new aws.wafv2.WebAclAssociation("web", { resourceArn: balancer.arn, webAclArn: firewall.arn });
  new aws.wafv2.WebAclLoggingConfiguration("web", { resourceArn: firewall.arn, logDestinationConfigs: [requests.arn] });
  new aws.ec2.VpcEndpoint("s3", {
    vpcId: vpc.id,
    serviceName: pulumi.interpolate`com.amazonaws.${region}.s3`,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: "*",
          Action: "s3:*",
          Resource: "*",
          Condition: { StringEquals: { "aws:PrincipalAccount": account } },
        },
        {
          Effect: "Allow",
          Principal: "*",
          Action: "s3:GetObject",
          Resource: pulumi.interpolate`arn:aws:s3:::prod-${region}-starport-layer-bucket/*`,
        },
      ],
    }),
  });
};

export default program;
