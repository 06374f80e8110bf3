import { regionOf } from "./settings";

/** What the responder's role is allowed to reach. An empty string is something the trail or topic does not use. */
export interface Reach {
  readonly trailArn: string;
  readonly isOrganizationTrail: boolean;
  /** The role with which CloudTrail writes to CloudWatch Logs. */
  readonly logDeliveryRoleArn: string;
  readonly topicArn: string;
  readonly topicKeyArn: string;
  readonly deadLetterQueueArn: string;
  /** The function's own log group, without `:*`. */
  readonly logGroupArn: string;
}

/** A statement of an identity policy. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: { readonly StringEquals: Readonly<Record<string, string>> };
}

export interface IdentityPolicy {
  readonly Version: "2012-10-17";
  readonly Statement: readonly Statement[];
}

/** The identity policy of the responder's role: what its code calls, on what it answers for, and no more. */
export function responderPolicy(reach: Reach): IdentityPolicy {
  return {
    Version: "2012-10-17",
    Statement: [
      restoreTrail(reach.trailArn),
      ...(reach.logDeliveryRoleArn === "" ? [] : [passLogDeliveryRole(reach.logDeliveryRoleArn)]),
      ...(reach.isOrganizationTrail ? restoreOrganizationTrail(reach.trailArn) : []),
      { Sid: "TellTheTeam", Effect: "Allow", Action: ["sns:Publish"], Resource: [reach.topicArn] },
      ...(reach.topicKeyArn === "" ? [] : [useTopicKey(reach.topicKeyArn)]),
      { Sid: "KeepFailures", Effect: "Allow", Action: ["sqs:SendMessage"], Resource: [reach.deadLetterQueueArn] },
      {
        Sid: "WriteOwnLogs",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: [`${reach.logGroupArn}:*`],
      },
    ],
  };
}

function restoreTrail(trailArn: string): Statement {
  return {
    Sid: "RestoreTrail",
    Effect: "Allow",
    Action: [
      "cloudtrail:GetTrail",
      "cloudtrail:GetTrailStatus",
      "cloudtrail:GetEventSelectors",
      "cloudtrail:GetInsightSelectors",
      "cloudtrail:StartLogging",
      "cloudtrail:UpdateTrail",
      "cloudtrail:PutEventSelectors",
      "cloudtrail:PutInsightSelectors",
      "cloudtrail:CreateTrail",
      // CreateTrail with tags.
      "cloudtrail:AddTags",
    ],
    Resource: [trailArn],
  };
}

/** CreateTrail and UpdateTrail hand this role to CloudTrail. */
function passLogDeliveryRole(roleArn: string): Statement {
  return {
    Sid: "PassLogDeliveryRole",
    Effect: "Allow",
    Action: ["iam:PassRole"],
    Resource: [roleArn],
    Condition: { StringEquals: { "iam:PassedToService": "cloudtrail.amazonaws.com" } },
  };
}

/**
 * CloudTrail looks the organization up with its caller's permissions (CloudTrail user guide, "Prepare for creating a trail
 * for your organization"; what only creates the service-linked role or changes trusted access is left out).
 */
function restoreOrganizationTrail(trailArn: string): readonly Statement[] {
  const [, partition, , , account] = trailArn.split(":");
  return [
    {
      Sid: "SeeOrganization",
      Effect: "Allow",
      Action: ["organizations:DescribeOrganization", "organizations:ListAWSServiceAccessForOrganization"],
      Resource: ["*"],
    },
    {
      Sid: "SeeCloudTrailRole",
      Effect: "Allow",
      Action: ["iam:GetRole"],
      Resource: [
        `arn:${partition}:iam::${account}:role/aws-service-role/cloudtrail.amazonaws.com/AWSServiceRoleForCloudTrail`,
      ],
    },
  ];
}

/** SNS encrypts with its caller's permissions. */
function useTopicKey(keyArn: string): Statement {
  return {
    Sid: "UseTopicKey",
    Effect: "Allow",
    Action: ["kms:GenerateDataKey", "kms:Decrypt"],
    Resource: [keyArn],
    Condition: { StringEquals: { "kms:ViaService": `sns.${regionOf(keyArn)}.amazonaws.com` } },
  };
}
