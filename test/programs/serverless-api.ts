import { type Program } from "../e2e/support";

/** A small API: HTTP gateway, one function with a role of its own, a table, an alarm for its errors. */
const program: Program = (aws, pulumi) => {
  const identity = aws.getCallerIdentityOutput();
  const table = new aws.dynamodb.Table("orders", {
    attributes: [{ name: "id", type: "S" }],
    hashKey: "id",
    billingMode: "PAY_PER_REQUEST",
    pointInTimeRecovery: { enabled: true },
    serverSideEncryption: { enabled: true },
  });

  const role = new aws.iam.Role("orders-api", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  });
  new aws.iam.RolePolicyAttachment("orders-api-logs", {
    role: role.name,
    policyArn: aws.iam.ManagedPolicy.AWSLambdaBasicExecutionRole,
  });
  const access = new aws.iam.Policy("orders-api-table", {
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"],
          Resource: [table.arn, pulumi.interpolate`${table.arn}/index/*`],
        },
        {
          Effect: "Allow",
          Action: "ssm:GetParameter",
          Resource: pulumi.interpolate`arn:aws:ssm:*:${identity.accountId}:parameter/orders/*`,
        },
      ],
    }),
  });
  new aws.iam.RolePolicyAttachment("orders-api-table", { role: role.name, policyArn: access.arn });

  new aws.cloudwatch.LogGroup("orders-api", { name: "/aws/lambda/orders-api", retentionInDays: 400 });
  const handler = new aws.lambda.Function("orders-api", {
    name: "orders-api",
    runtime: aws.lambda.Runtime.NodeJS20dX,
    handler: "index.handler",
    role: role.arn,
    code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = () => {}") }),
    environment: { variables: { TABLE: table.name } },
    tracingConfig: { mode: "PassThrough" },
  });

  const api = new aws.apigatewayv2.Api("orders", { protocolType: "HTTP" });
  const integration = new aws.apigatewayv2.Integration("orders", {
    apiId: api.id,
    integrationType: "AWS_PROXY",
    integrationUri: handler.invokeArn,
    payloadFormatVersion: "2.0",
  });
  const route = new aws.apigatewayv2.Route("any", {
    apiId: api.id,
    routeKey: "ANY /{proxy+}",
    target: pulumi.interpolate`integrations/${integration.id}`,
  });
  new aws.apigatewayv2.Stage("live", { apiId: api.id, name: "$default", autoDeploy: true }, { dependsOn: [route] });
  new aws.lambda.Permission("orders-gateway", {
    action: "lambda:InvokeFunction",
    function: handler.name,
    principal: "apigateway.amazonaws.com",
    sourceArn: pulumi.interpolate`${api.executionArn}/*/*`,
  });

  new aws.cloudwatch.MetricAlarm("orders-errors", {
    comparisonOperator: "GreaterThanThreshold",
    evaluationPeriods: 1,
    metricName: "Errors",
    namespace: "AWS/Lambda",
    period: 300,
    statistic: "Sum",
    threshold: 5,
    dimensions: { FunctionName: handler.name },
    treatMissingData: "notBreaching",
    alarmActions: ["arn:aws:sns:eu-central-1:123456789012:pager"],
  });
  return { url: api.apiEndpoint };
};

export default program;
