import { type ApiCall, apiCall, type CatalogueEvent } from "./event";
import { type Detection, detectionByName } from "./detection";

function keyCall(eventName: string, call: ApiCall): CatalogueEvent {
  return apiCall("kms", eventName, {
    parameters: ({ keyArn }) => ({ keyId: keyArn }),
    resources: ({ keyArn, account }) => [{ ARN: keyArn, accountId: account, type: "AWS::KMS::Key" }],
    ...call,
  });
}

export const kmsKeyChanges: Detection = detectionByName({
  id: "kms-key-changes",
  title: "Disabling, deletion and policy changes of KMS keys",
  why: "What was encrypted with a key is lost with it, and a disabled key stops the trail's delivery.",
  practice: 15,
  controls: ["alarm.cis.cmk-deletion"],
  level: "advisory",
  mustRing: [
    keyCall("DisableKey", { by: "intruder" }),
    keyCall("ScheduleKeyDeletion", {
      by: "intruder",
      parameters: ({ keyArn }) => ({ keyId: keyArn, pendingWindowInDays: 7 }),
      response: ({ keyArn }) => ({
        keyId: keyArn,
        keyState: "PendingDeletion",
        deletionDate: "Oct 8, 2026, 12:00:00 AM",
        pendingWindowInDays: 7,
      }),
    }),
  ],
  shouldRing: [
    keyCall("PutKeyPolicy", {
      by: "intruder",
      parameters: ({ keyArn }) => ({ keyId: keyArn, policyName: "default", policy: "{}" }),
    }),
    keyCall("DeleteImportedKeyMaterial", { by: "intruder" }),
    keyCall("DisableKeyRotation", {}),
  ],
  lookAlikes: [
    keyCall("DescribeKey", { readOnly: true }),
    keyCall("GenerateDataKey", {
      readOnly: true,
      parameters: ({ keyArn }) => ({ keyId: keyArn, keySpec: "AES_256" }),
    }),
    keyCall("GetKeyPolicy", {
      readOnly: true,
      parameters: ({ keyArn }) => ({ keyId: keyArn, policyName: "default" }),
    }),
  ],
});
