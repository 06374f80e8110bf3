import { type Detection, detectionByName } from "./detection";
import { apiCall } from "./event";
import type { Subjects } from "./subjects";

const byGroup = ({ logGroupName }: Subjects) => ({ logGroupName });
const byRule = ({ ruleName }: Subjects) => ({ name: ruleName, eventBusName: "default" });
const byTopic = ({ topicArn }: Subjects) => ({ topicArn });

/**
 * Lambda's event names end in the date of the API they belong to. Source: Lambda developer guide, "Logging AWS Lambda API
 * calls using AWS CloudTrail" (read 2026-11).
 */
export const alarmSystemTampering: Detection = detectionByName({
  id: "alarm-system-tampering",
  title: "Tampering with the alarms themselves",
  why: "An alarm that is deleted, disabled or unsubscribed looks exactly like a quiet day.",
  practice: 15,
  controls: [],
  level: "advisory",
  mustRing: [
    apiCall("monitoring", "DeleteAlarms", {
      by: "intruder",
      parameters: ({ alarmName }) => ({ alarmNames: [alarmName] }),
    }),
    apiCall("monitoring", "DisableAlarmActions", {
      by: "intruder",
      parameters: ({ alarmName }) => ({ alarmNames: [alarmName] }),
    }),
    apiCall("events", "DisableRule", { by: "intruder", parameters: byRule }),
    apiCall("events", "DeleteRule", { by: "intruder", parameters: byRule }),
    apiCall("events", "RemoveTargets", {
      by: "intruder",
      parameters: ({ ruleName, targetId }) => ({ rule: ruleName, ids: [targetId] }),
      response: () => ({ failedEntryCount: 0, failedEntries: [] }),
    }),
    apiCall("sns", "Unsubscribe", {
      by: "intruder",
      parameters: ({ subscriptionArn }) => ({ subscriptionArn }),
    }),
    apiCall("sns", "DeleteTopic", { by: "intruder", parameters: byTopic }),
    apiCall("logs", "DeleteMetricFilter", {
      by: "intruder",
      parameters: ({ logGroupName, metricFilterName }) => ({ logGroupName, filterName: metricFilterName }),
    }),
    apiCall("logs", "DeleteLogGroup", { by: "intruder", parameters: byGroup }),
    apiCall("logs", "PutRetentionPolicy", {
      by: "intruder",
      parameters: (subjects) => ({ ...byGroup(subjects), retentionInDays: 1 }),
    }),
    apiCall("logs", "DeleteSubscriptionFilter", {
      by: "intruder",
      parameters: ({ logGroupName, subscriptionFilterName }) => ({ logGroupName, filterName: subscriptionFilterName }),
    }),
  ],
  shouldRing: [
    apiCall("monitoring", "PutMetricAlarm", {
      parameters: ({ alarmName }) => ({ alarmName, threshold: 1000000, evaluationPeriods: 1, actionsEnabled: false }),
    }),
    apiCall("monitoring", "SetAlarmState", {
      by: "intruder",
      parameters: ({ alarmName }) => ({ alarmName, stateValue: "OK", stateReason: "checked" }),
    }),
    apiCall("events", "PutRule", {
      parameters: ({ ruleName }) => ({ name: ruleName, eventPattern: '{"source":["none"]}', state: "ENABLED" }),
    }),
    apiCall("sns", "SetTopicAttributes", {
      parameters: (subjects) => ({ ...byTopic(subjects), attributeName: "Policy", attributeValue: "{}" }),
    }),
    apiCall("sns", "SetSubscriptionAttributes", {
      parameters: ({ subscriptionArn }) => ({
        subscriptionArn,
        attributeName: "FilterPolicy",
        attributeValue: '{"none":["none"]}',
      }),
    }),
    apiCall("logs", "PutMetricFilter", {
      parameters: ({ logGroupName, metricFilterName }) => ({
        logGroupName,
        filterName: metricFilterName,
        filterPattern: "{ $.eventName = none }",
        metricTransformations: [{ metricName: "none", metricNamespace: "none", metricValue: "1" }],
      }),
    }),
    apiCall("logs", "DeleteLogStream", {
      by: "intruder",
      parameters: ({ logGroupName, account, region }) => ({
        logGroupName,
        logStreamName: `${account}_CloudTrail_${region}`,
      }),
    }),
    apiCall("logs", "DisassociateKmsKey", { parameters: byGroup }),
    apiCall("iam", "DeleteRolePolicy", {
      id: "iam-delete-role-policy-of-trail",
      by: "intruder",
      parameters: ({ logRoleName }) => ({ roleName: logRoleName, policyName: "write-logs" }),
    }),
    apiCall("lambda", "DeleteFunction20150331", {
      by: "intruder",
      parameters: ({ functionName }) => ({ functionName }),
    }),
    apiCall("lambda", "UpdateFunctionCode20150331v2", {
      by: "intruder",
      parameters: ({ functionName }) => ({ functionName, dryRun: false, publish: false }),
    }),
    apiCall("lambda", "RemovePermission20150331v2", {
      by: "intruder",
      parameters: ({ functionName }) => ({ functionName, statementId: "events" }),
    }),
    apiCall("lambda", "PutFunctionConcurrency20171031", {
      by: "intruder",
      parameters: ({ functionName }) => ({ functionName, reservedConcurrentExecutions: 0 }),
    }),
  ],
  lookAlikes: [
    apiCall("monitoring", "DescribeAlarms", { readOnly: true }),
    apiCall("events", "ListRules", { readOnly: true, parameters: () => ({ eventBusName: "default" }) }),
    apiCall("sns", "ListSubscriptionsByTopic", { readOnly: true, parameters: byTopic }),
    apiCall("logs", "DescribeMetricFilters", { readOnly: true, parameters: byGroup }),
  ],
});
