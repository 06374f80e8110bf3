import policy from "../../../policies/alarms/no-dead-rule";
import { policyTest } from "../../support/policy-test";
import { EventBus, EventBusPolicy, EventPermission } from "../../../lib/aws/events/event-bus";
import { declare, jsonStringify, unknown } from "../../support/program";
import { rule } from "./programs";

const pattern = (fields: object) => rule({ eventPattern: JSON.stringify(fields) });
const call = "AWS API Call via CloudTrail";
const custom = declare(EventBus, "custom");

export default policyTest(policy, {
  pass: [
    { name: "a call", given: pattern({ "detail-type": [call], detail: { eventName: ["StopLogging"] } }) },
    { name: "a schedule", given: rule({ eventPattern: null, scheduleExpression: "rate(1 hour)" }) },
    {
      name: "events that are not CloudTrail's",
      given: pattern({ source: ["aws.ec2"], resources: ["arn:aws:ec2:us-east-1:123456789012:instance/i-1"] }),
    },
    { name: "a sign-in", given: pattern({ "detail-type": ["AWS Console Sign In via CloudTrail"] }) },
    {
      name: "both spellings of a sign-in",
      given: pattern({ "detail-type": ["AWS Console Sign In via CloudTrail", "AWS Console Signin via CloudTrail"] }),
    },
    {
      name: "CloudTrail's own API",
      given: pattern({
        source: ["aws.cloudtrail"],
        "detail-type": [call],
        detail: { eventSource: ["cloudtrail.amazonaws.com"] },
      }),
    },
    {
      name: "a call that the catalogue lacks",
      given: pattern({ "detail-type": [call], detail: { eventName: ["GetCoffee"] } }),
    },
    {
      name: "read-only calls in the longer state",
      given: rule({
        state: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
        eventPattern: JSON.stringify({ "detail-type": [call], detail: { eventName: ["DescribeInstances"] } }),
      }),
    },
    {
      name: "another bus that gets no events from CloudTrail",
      given: [rule({ eventBusName: custom.output("name"), eventPattern: '{"source":["shop"]}' }), custom],
    },
    {
      name: "a bus outside the stack, which something may forward to",
      given: rule({ eventBusName: "security" }),
    },
    {
      name: "a central bus that the accounts of an organization put their events on",
      given: [
        rule({ eventBusName: custom.output("name") }),
        custom,
        declare(EventBusPolicy, "accounts", {
          eventBusName: custom.output("name"),
          policy: jsonStringify({
            Version: "2012-10-17",
            Statement: {
              Effect: "Allow",
              Principal: "*",
              Action: "events:PutEvents",
              Resource: custom.arn,
              Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
            },
          }),
        }),
      ],
    },
    {
      name: "a bus that an account may put events on",
      given: [
        rule({ eventBusName: custom.output("name") }),
        custom,
        declare(EventPermission, "member", {
          eventBusName: custom.output("name"),
          principal: "111122223333",
          statementId: "member",
        }),
      ],
    },
  ],
  fail: [
    {
      name: "an invalid pattern",
      given: pattern({ source: "aws.cloudtrail" }),
      findings: [{ id: "dead", at: "eventPattern" }],
    },
    {
      name: "the spelling of the user guide",
      given: pattern({ "detail-type": ["AWS Console Signin via CloudTrail"] }),
      findings: [
        {
          id: "dead",
          at: "eventPattern",
          data: {
            what: "rule `tamper` never matches: it asks for detail-type `AWS Console Signin via CloudTrail`, which AWS spells `AWS Console Sign In via CloudTrail`",
            fix: 'Write `"detail-type": ["AWS Console Sign In via CloudTrail"]`.',
          },
        },
      ],
    },
    {
      name: "the wrong case",
      given: pattern({ "detail-type": ["AWS API call via CloudTrail"] }),
      findings: [{ id: "dead", at: "eventPattern" }],
    },
    {
      name: "resources",
      given: pattern({ "detail-type": [call], resources: [{ prefix: "arn:aws:cloudtrail" }] }),
      findings: [{ id: "dead", at: "eventPattern" }],
    },
    {
      name: "CloudTrail as the source of another service's calls",
      given: pattern({
        source: ["aws.cloudtrail"],
        "detail-type": [call],
        detail: { eventSource: ["iam.amazonaws.com"] },
      }),
      findings: [{ id: "dead", at: "eventPattern" }],
    },
    {
      name: "a name in the wrong case",
      given: pattern({ "detail-type": [call], detail: { eventName: ["stopLogging"] } }),
      findings: [{ id: "dead", at: "eventPattern" }],
    },
    {
      name: "read-only calls in the plain state",
      given: pattern({ "detail-type": [call], detail: { eventName: ["DescribeInstances"] } }),
      findings: [{ id: "dead", at: "state" }],
    },
    {
      name: "a bus that nothing forwards to",
      given: [rule({ eventBusName: custom.output("name") }), custom],
      findings: [{ id: "dead", at: "eventBusName" }],
    },
  ],
  unknown: [{ name: "a pattern from elsewhere", given: rule({ eventPattern: unknown() }), at: "eventPattern" }],
  knownMisses: [
    {
      name: "a name that no API has",
      given: pattern({ "detail-type": [call], detail: { eventName: ["StopLoggin"] } }),
      because: "the catalogue of events does not hold every call of every service",
    },
  ],
});
