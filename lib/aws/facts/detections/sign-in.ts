import type { Detection } from "./detection";
import { apiCall, consoleLogin, serviceEvent } from "./event";
import { everydayEvents } from "./everyday";

export const rootUse: Detection = {
  id: "root-use",
  title: "Use of the root user",
  why: "The root user may do everything and no policy holds it back; its use is an emergency or an intrusion.",
  practice: 1,
  controls: ["alarm.cis.root-usage"],
  level: "mandatory",
  mustRing: [
    apiCall("iam", "CreateAccessKey", { id: "root-creates-access-key", event: "root-use", by: "root" }),
    consoleLogin({ id: "root-console-login", event: "root-console-login", by: "Root", mfaUsed: true }),
  ],
  shouldRing: [
    apiCall("s3", "DeleteBucketPolicy", {
      id: "root-deletes-bucket-policy",
      by: "root",
      parameters: ({ bucketName }) => ({ bucketName, policy: "" }),
    }),
  ],
  mustNotRing: [
    apiCall("acm", "DescribeCertificate", {
      id: "root-through-service",
      by: "root-by-service",
      readOnly: true,
      parameters: ({ account }) => ({
        certificateArn: `arn:aws:acm:us-east-1:${account}:certificate/7a1e3c55-0d5f-4a6b-9c2e-8b7d6f5e4c3b`,
      }),
    }),
    serviceEvent("kms", "RotateKey", {
      id: "kms-rotate-key",
      details: { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab" },
      resources: ({ keyArn, account }) => [{ ARN: keyArn, accountId: account, type: "AWS::KMS::Key" }],
    }),
    ...everydayEvents,
  ],
  suggestedFilterPattern:
    '{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }',
  suggestedEventPattern: {
    "detail-type": ["AWS API Call via CloudTrail", "AWS Console Sign In via CloudTrail"],
    detail: { userIdentity: { type: ["Root"], invokedBy: [{ exists: false }] } },
  },
};

export const consoleSignInWithoutMfa: Detection = {
  id: "console-sign-in-without-mfa",
  title: "Console sign-in without MFA",
  why: "A password alone is enough for whoever has stolen it.",
  practice: 7,
  controls: ["alarm.cis.signin-no-mfa"],
  level: "advisory",
  mustRing: [
    consoleLogin({ id: "console-login-no-mfa", event: "console-login-no-mfa", by: "IAMUser", mfaUsed: false }),
  ],
  shouldRing: [],
  mustNotRing: everydayEvents,
  suggestedFilterPattern:
    '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
  suggestedEventPattern: {
    source: ["aws.signin"],
    "detail-type": ["AWS Console Sign In via CloudTrail"],
    detail: {
      eventName: ["ConsoleLogin"],
      userIdentity: { type: ["IAMUser"] },
      additionalEventData: { MFAUsed: [{ "anything-but": "Yes" }] },
      responseElements: { ConsoleLogin: ["Success"] },
    },
  },
};

export const consoleSignInFailures: Detection = {
  id: "console-sign-in-failures",
  title: "Failed console sign-ins",
  why: "Guessing of passwords shows as failures before it shows as a success.",
  practice: 15,
  controls: ["alarm.cis.console-auth-failures"],
  level: "advisory",
  mustRing: [
    consoleLogin({
      id: "console-login-failure",
      event: "console-login-failure",
      by: "IAMUser",
      mfaUsed: false,
      failure: "Failed authentication",
    }),
  ],
  shouldRing: [
    consoleLogin({
      id: "console-login-failure-root",
      event: "ConsoleLogin",
      by: "Root",
      mfaUsed: false,
      failure: "Failed authentication",
    }),
    // CloudTrail hides the name that was tried: people type passwords into the wrong field
    consoleLogin({
      id: "console-login-failure-unknown-user",
      event: "ConsoleLogin",
      by: "IAMUser",
      mfaUsed: false,
      failure: "No username found in supplied account",
      userName: "HIDDEN_DUE_TO_SECURITY_REASONS",
    }),
  ],
  mustNotRing: everydayEvents,
  suggestedFilterPattern: '{ ($.eventName = "ConsoleLogin") && ($.responseElements.ConsoleLogin = "Failure") }',
  suggestedEventPattern: {
    source: ["aws.signin"],
    "detail-type": ["AWS Console Sign In via CloudTrail"],
    detail: { eventName: ["ConsoleLogin"], responseElements: { ConsoleLogin: ["Failure"] } },
  },
};
