import type { Detection } from "./detection";
import { apiCall } from "./event";
import { everydayEvents } from "./everyday";

const event = "unauthorized-api-call";

/** The three spellings of a refusal: EC2's, that of services with JSON errors, and that of S3 and the query services. */
const denied = {
  ec2: { code: "Client.UnauthorizedOperation", message: "You are not authorized to perform this operation." },
  exception: { code: "AccessDeniedException", message: "User is not authorized to perform this operation" },
  plain: { code: "AccessDenied", message: "Access Denied" },
};

export const unauthorizedCalls: Detection = {
  id: "unauthorized-calls",
  title: "Unauthorized API calls",
  why: "Stolen credentials are tried out before they are used, and most of what is tried is refused.",
  practice: 15,
  controls: ["alarm.cis.unauthorized-api"],
  level: "mandatory",
  mustRing: [
    apiCall("ec2", "RunInstances", {
      id: "denied-run-instances",
      event,
      by: "intruder",
      error: denied.ec2,
      parameters: () => ({ instanceType: "p5.48xlarge", instancesSet: { items: [{ minCount: 8, maxCount: 8 }] } }),
    }),
    apiCall("dynamodb", "DeleteTable", {
      id: "denied-delete-table",
      event,
      by: "intruder",
      error: denied.exception,
      parameters: () => ({ tableName: "customers" }),
    }),
    apiCall("s3", "PutBucketPolicy", {
      id: "denied-put-bucket-policy",
      event,
      by: "intruder",
      error: denied.plain,
      parameters: ({ bucketName }) => ({ bucketName, policy: "" }),
    }),
  ],
  // read-only: a rule on the bus needs the longer state to see these, a log filter sees them as it is
  shouldRing: [
    apiCall("ec2", "DescribeInstances", {
      id: "denied-describe-instances",
      by: "intruder",
      readOnly: true,
      error: denied.ec2,
      parameters: () => ({ instancesSet: {}, filterSet: {} }),
    }),
    apiCall("secretsmanager", "GetSecretValue", {
      id: "denied-get-secret-value",
      by: "intruder",
      readOnly: true,
      error: denied.exception,
      parameters: () => ({ secretId: "production/database" }),
    }),
  ],
  mustNotRing: [
    apiCall("ec2", "RunInstances", {
      id: "throttled-run-instances",
      error: { code: "Client.RequestLimitExceeded", message: "Request limit exceeded." },
      parameters: () => ({ instanceType: "t3.micro", instancesSet: { items: [{ minCount: 1, maxCount: 1 }] } }),
    }),
    apiCall("cloudtrail", "GetTrailStatus", {
      id: "get-trail-status-not-found",
      readOnly: true,
      error: { code: "TrailNotFoundException", message: "Unknown trail: other" },
      parameters: () => ({ name: "other" }),
    }),
    ...everydayEvents,
  ],
  suggestedFilterPattern: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
  suggestedEventPattern: {
    "detail-type": ["AWS API Call via CloudTrail"],
    detail: { errorCode: [{ suffix: "UnauthorizedOperation" }, { prefix: "AccessDenied" }] },
  },
};
