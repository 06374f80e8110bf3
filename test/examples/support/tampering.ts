/** EventBridge events as CloudTrail's calls arrive in them, written for these tests in the documented layout. */

export const region = "eu-central-1";
export const account = "123456789012";
export const trailName = "main";
export const trailArn = `arn:aws:cloudtrail:${region}:${account}:trail/${trailName}`;
export const responderRoleArn = `arn:aws:iam::${account}:role/security/revert-cloudtrail-off`;

/** A CloudTrail record with parts to change. */
export type CloudTrailRecord = Readonly<Record<string, unknown>>;

const intruder: CloudTrailRecord = {
  type: "AssumedRole",
  principalId: "AROAEXAMPLE:mallory",
  arn: `arn:aws:sts::${account}:assumed-role/Admin/mallory`,
  accountId: account,
  accessKeyId: "ASIAEXAMPLE",
  sessionContext: {
    sessionIssuer: { type: "Role", arn: `arn:aws:iam::${account}:role/Admin`, accountId: account, userName: "Admin" },
    attributes: { creationDate: "2026-10-01T09:00:00Z", mfaAuthenticated: "false" },
  },
};

/** The session of the responder itself. */
export const responderSession: CloudTrailRecord = {
  type: "AssumedRole",
  arn: `arn:aws:sts::${account}:assumed-role/revert-cloudtrail-off/revert-cloudtrail-off-1a2b3c`,
  accountId: account,
  sessionContext: { sessionIssuer: { type: "Role", arn: responderRoleArn, accountId: account } },
};

/** The envelope of one call; `changes` replace parts of the record. */
export function envelopeOf(
  eventName: string,
  requestParameters: CloudTrailRecord | null,
  changes: CloudTrailRecord = {},
): CloudTrailRecord {
  return {
    version: "0",
    id: "c5a3c1f0-4a6b-4a6e-9a58-8d9c3f3f9b10",
    "detail-type": "AWS API Call via CloudTrail",
    source: "aws.cloudtrail",
    account,
    time: "2026-10-01T09:12:31Z",
    region,
    resources: [],
    detail: {
      eventVersion: "1.11",
      userIdentity: intruder,
      eventTime: "2026-10-01T09:12:31Z",
      eventSource: "cloudtrail.amazonaws.com",
      eventName,
      awsRegion: region,
      sourceIPAddress: "203.0.113.64",
      userAgent: "aws-cli/2.31.0",
      requestParameters,
      responseElements: null,
      requestID: "9b1d2f6e-6f5e-4a2d-9c0b-0f4a2b1c3d4e",
      eventID: `1f0c2b7a-0000-4000-8000-${eventName.padEnd(12, "0").slice(0, 12)}`,
      readOnly: false,
      eventType: "AwsApiCall",
      managementEvent: true,
      recipientAccountId: account,
      eventCategory: "Management",
      ...changes,
    },
  };
}
