import { type Detection, detectionByName } from "./detection";
import { apiCall } from "./event";

const byRecorder = () => ({ configurationRecorderName: "default" });

export const configChanges: Detection = detectionByName({
  id: "config-changes",
  title: "Changes to AWS Config",
  why: "With the recorder off, no later change of a resource leaves a history.",
  practice: 15,
  controls: ["alarm.cis.config-changes"],
  level: "advisory",
  mustRing: [
    apiCall("config", "StopConfigurationRecorder", { parameters: byRecorder }),
    apiCall("config", "DeleteDeliveryChannel", { parameters: () => ({ deliveryChannelName: "default" }) }),
    apiCall("config", "PutDeliveryChannel", {
      parameters: ({ bucketName }) => ({ deliveryChannel: { name: "default", s3BucketName: bucketName } }),
    }),
    apiCall("config", "PutConfigurationRecorder", {
      parameters: ({ account }) => ({
        configurationRecorder: {
          name: "default",
          roleARN: `arn:aws:iam::${account}:role/config`,
          recordingGroup: { allSupported: false, resourceTypes: ["AWS::EC2::Volume"] },
        },
      }),
    }),
  ],
  shouldRing: [
    apiCall("config", "DeleteConfigurationRecorder", { parameters: byRecorder }),
    apiCall("config", "DeleteConfigRule", { parameters: () => ({ configRuleName: "cloudtrail-enabled" }) }),
    apiCall("config", "PutRetentionConfiguration", { parameters: () => ({ retentionPeriodInDays: 30 }) }),
  ],
  lookAlikes: [
    apiCall("config", "DescribeConfigurationRecorders", { readOnly: true }),
    apiCall("config", "DescribeDeliveryChannels", { readOnly: true }),
    apiCall("config", "GetComplianceDetailsByConfigRule", {
      readOnly: true,
      parameters: () => ({ configRuleName: "cloudtrail-enabled" }),
    }),
  ],
});
