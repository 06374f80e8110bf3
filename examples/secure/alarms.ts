import * as aws from "@pulumi/aws";
import { securityTopic } from "./topics";
import { trailGroup } from "./trail";

/** A filter pattern for calls of one service by their names. */
function calls(service: string, ...names: readonly string[]): string {
  const anyName = names.map((name) => `($.eventName = ${name})`).join(" || ");
  return `{ ($.eventSource = ${service}.amazonaws.com) && (${anyName}) }`;
}

/** A filter pattern for calls of several services, whose names no other service has. */
function anyCall(...names: readonly string[]): string {
  return `{ ${names.map((name) => `($.eventName = ${name})`).join(" || ")} }`;
}

const verbs = (verbs: readonly string[], nouns: readonly string[]) =>
  verbs.flatMap((verb) => nouns.map((noun) => `${verb}${noun}`));

const detections = {
  "trail-tampering":
    "{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) }",
  "root-use":
    '{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }',
  "unauthorized-calls": '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
  "sign-in-without-mfa":
    '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
  "sign-in-failures": '{ ($.eventName = "ConsoleLogin") && ($.responseElements.ConsoleLogin = "Failure") }',
  "iam-policies": calls(
    "iam",
    ...verbs(["Put", "Delete", "Attach", "Detach"], ["GroupPolicy", "RolePolicy", "UserPolicy"]),
    ...verbs(["Create", "Delete"], ["Policy", "PolicyVersion"]),
  ),
  "iam-credentials": calls(
    "iam",
    "CreateAccessKey",
    "CreateLoginProfile",
    "UpdateLoginProfile",
    "UpdateAssumeRolePolicy",
    "DeactivateMFADevice",
  ),
  "key-removal": calls("kms", "DisableKey", "ScheduleKeyDeletion"),
  "bucket-access": calls(
    "s3",
    "PutBucketAcl",
    ...verbs(["Put", "Delete"], ["BucketPolicy", "BucketCors", "BucketLifecycle", "BucketReplication"]),
  ),
  "config-recorder": calls(
    "config",
    "StopConfigurationRecorder",
    "PutConfigurationRecorder",
    "DeleteDeliveryChannel",
    "PutDeliveryChannel",
  ),
  "security-groups": calls(
    "ec2",
    ...verbs(["AuthorizeSecurityGroup", "RevokeSecurityGroup"], ["Ingress", "Egress"]),
    ...verbs(["Create", "Delete"], ["SecurityGroup"]),
  ),
  "network-acls": calls(
    "ec2",
    ...verbs(["Create", "Delete"], ["NetworkAcl", "NetworkAclEntry"]),
    ...verbs(["Replace"], ["NetworkAclEntry", "NetworkAclAssociation"]),
  ),
  "network-gateways": calls(
    "ec2",
    ...verbs(["Create", "Delete"], ["CustomerGateway", "InternetGateway"]),
    ...verbs(["Attach", "Detach"], ["InternetGateway"]),
  ),
  "route-tables": calls(
    "ec2",
    ...verbs(["Create", "Delete"], ["Route", "RouteTable"]),
    ...verbs(["Replace"], ["Route", "RouteTableAssociation"]),
    "DisassociateRouteTable",
  ),
  vpcs: calls(
    "ec2",
    ...verbs(["Create", "Delete"], ["Vpc", "VpcPeeringConnection"]),
    ...verbs(["Accept", "Reject"], ["VpcPeeringConnection"]),
    "ModifyVpcAttribute",
  ),
  organization: calls(
    "organizations",
    ...verbs(["Accept", "Decline"], ["Handshake"]),
    ...verbs(["Attach", "Create", "Delete", "Detach", "Update"], ["Policy"]),
    ...verbs(["Create", "Delete", "Update"], ["OrganizationalUnit"]),
    ...verbs(["Disable", "Enable"], ["PolicyType"]),
    ...["CreateAccount", "MoveAccount", "InviteAccountToOrganization", "RemoveAccountFromOrganization"],
    ...["LeaveOrganization", "DeleteOrganization"],
  ),
  "alarm-system": anyCall(
    ...verbs(["Delete"], ["Alarms", "Rule", "Topic", "MetricFilter", "LogGroup", "SubscriptionFilter"]),
    ...verbs(["Disable"], ["AlarmActions", "Rule"]),
    ...["RemoveTargets", "Unsubscribe", "PutRetentionPolicy"],
  ),
};

for (const [name, pattern] of Object.entries(detections)) {
  const filter = new aws.cloudwatch.LogMetricFilter(name, {
    name,
    logGroupName: trailGroup.name,
    pattern,
    metricTransformation: { name, namespace: "Security", value: "1", defaultValue: "0" },
  });
  // The sum of one 1 and many 0s is 1: a single event rings.
  new aws.cloudwatch.MetricAlarm(name, {
    name,
    metricName: filter.metricTransformation.name,
    namespace: filter.metricTransformation.namespace,
    statistic: "Sum",
    period: 300,
    evaluationPeriods: 1,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    threshold: 1,
    treatMissingData: "notBreaching",
    alarmActions: [securityTopic.arn],
  });
}
