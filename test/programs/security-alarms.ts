import { type Program } from "../e2e/support";

/** The account's trail as most teams start it: one component, alarms by filters, a topic with a key, a subscription by pager and mail, a rule that starts a responder. */
const program: Program = (aws, pulumi) => {
  const account = aws.getCallerIdentityOutput().accountId;
  const region = aws.getRegionOutput().region;
  class Alarm extends pulumi.ComponentResource {
    constructor(
      name: string,
      args: {
        group: import("@pulumi/pulumi").Input<string>;
        pattern: string;
        topic: import("@pulumi/pulumi").Input<string>;
      },
      options?: import("@pulumi/pulumi").ComponentResourceOptions,
    ) {
      super("acme:security:Alarm", name, {}, options);
      new aws.cloudwatch.LogMetricFilter(
        name,
        {
          logGroupName: args.group,
          pattern: args.pattern,
          metricTransformation: { name, namespace: "CISBenchmark", value: "1" },
        },
        { parent: this },
      );
      new aws.cloudwatch.MetricAlarm(
        name,
        {
          name,
          alarmDescription: name,
          namespace: "CISBenchmark",
          metricName: name,
          statistic: "Sum",
          period: 300,
          evaluationPeriods: 1,
          threshold: 1,
          comparisonOperator: "GreaterThanOrEqualToThreshold",
          treatMissingData: "notBreaching",
          alarmActions: [args.topic],
        },
        { parent: this },
      );
      this.registerOutputs({});
    }
  }
  const group = aws.cloudwatch.LogGroup.get("trail", "/cloudtrail/account");
  const key = new aws.kms.Key("alarms", {
    enableKeyRotation: true,
    description: "Alarms",
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["kms:*"],
          resources: ["*"],
          principals: [{ type: "AWS", identifiers: [pulumi.interpolate`arn:aws:iam::${account}:root`] }],
        },
        {
          actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
          resources: ["*"],
          principals: [{ type: "Service", identifiers: ["cloudwatch.amazonaws.com"] }],
          conditions: [
            { test: "StringEquals", variable: "aws:SourceAccount", values: [account] },
            {
              test: "ArnLike",
              variable: "aws:SourceArn",
              values: [pulumi.interpolate`arn:aws:cloudwatch:${region}:${account}:alarm:*`],
            },
          ],
        },
      ],
    }).json,
  });
  const topic = new aws.sns.Topic("security", { kmsMasterKeyId: key.arn });
  new aws.sns.TopicSubscription("security-mail", {
    topic: topic.arn,
    protocol: "email",
    endpoint: "security@acme.example",
  });
  for (const [name, pattern] of Object.entries({
    UnauthorizedApiCalls: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
    RootUse:
      '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
    CloudTrailChanges:
      "{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) }",
    SecurityGroupChanges:
      "{ ($.eventName = AuthorizeSecurityGroupIngress) || ($.eventName = AuthorizeSecurityGroupEgress) || ($.eventName = RevokeSecurityGroupIngress) || ($.eventName = RevokeSecurityGroupEgress) || ($.eventName = CreateSecurityGroup) || ($.eventName = DeleteSecurityGroup) }",
  })) {
    new Alarm(name, { group: group.name, pattern, topic: topic.arn });
  }
  const responderRole = new aws.iam.Role("responder", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
    managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaBasicExecutionRole],
    inlinePolicies: [
      {
        name: "start",
        policy: pulumi.jsonStringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "cloudtrail:StartLogging",
              Resource: pulumi.interpolate`arn:aws:cloudtrail:${region}:${account}:trail/account`,
            },
          ],
        }),
      },
    ],
  });
  const responder = new aws.lambda.Function("responder", {
    runtime: "python3.13",
    handler: "index.handler",
    role: responderRole.arn,
    code: new pulumi.asset.AssetArchive({
      "index.py": new pulumi.asset.StringAsset("def handler(event, context): pass"),
    }),
  });
  const rule = new aws.cloudwatch.EventRule("stopped", {
    eventPattern: JSON.stringify({
      source: ["aws.cloudtrail"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: { eventSource: ["cloudtrail.amazonaws.com"], eventName: ["StopLogging"] },
    }),
  });
  new aws.cloudwatch.EventTarget("stopped", { rule: rule.name, arn: responder.arn });
  new aws.lambda.Permission("stopped", {
    action: "lambda:InvokeFunction",
    function: responder.name,
    principal: "events.amazonaws.com",
    sourceArn: rule.arn,
  });
};

export default program;
