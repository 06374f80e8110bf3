import { type Program } from "../e2e/support";

export const settings = { trustedAccounts: ["666677778888"] };

/** A member account: forwards security events to the security account's bus and its logs to the central destination. */
const program: Program = (aws) => {
  const security = "666677778888";
  const bus = `arn:aws:events:eu-central-1:${security}:event-bus/organization`;
  const role = new aws.iam.Role("forward", {
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["sts:AssumeRole"],
          principals: [{ type: "Service", identifiers: ["events.amazonaws.com"] }],
          conditions: [
            { test: "StringEquals", variable: "aws:SourceAccount", values: [aws.getCallerIdentityOutput().accountId] },
          ],
        },
      ],
    }).json,
  });
  const put = new aws.iam.Policy("forward", {
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "events:PutEvents", Resource: bus }],
    }),
  });
  new aws.iam.RolePolicyAttachment("forward", { role: role.name, policyArn: put.arn });
  const rule = new aws.cloudwatch.EventRule("security", {
    description: "What the security account watches",
    eventPattern: JSON.stringify({
      source: ["aws.guardduty", "aws.securityhub", "aws.cloudtrail", "aws.signin", "aws.iam"],
    }),
  });
  new aws.cloudwatch.EventTarget("security", { rule: rule.name, arn: bus, roleArn: role.arn });
  const group = new aws.cloudwatch.LogGroup("application", { retentionInDays: 400 });
  new aws.cloudwatch.LogSubscriptionFilter("application", {
    logGroup: group.name,
    destinationArn: `arn:aws:logs:eu-central-1:${security}:destination:organization`,
    filterPattern: "",
    distribution: "Random",
  });
};

export default program;
