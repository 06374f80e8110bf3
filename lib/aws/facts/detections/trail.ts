import { type Detection, detectionByName } from "./detection";
import { apiCall } from "./event";
import { nameOf, type Subjects } from "./subjects";

const byTrail = ({ trailReference }: Subjects) => ({ name: trailReference });
const byStore = ({ eventDataStoreArn }: Subjects) => ({ eventDataStore: eventDataStoreArn });

export const trailTampering: Detection = detectionByName({
  id: "trail-tampering",
  title: "Changes to CloudTrail",
  why: "Whoever stops or narrows the trail acts unseen from then on.",
  practice: 15,
  controls: ["alarm.cis.cloudtrail-changes"],
  level: "mandatory",
  mustRing: [
    apiCall("cloudtrail", "StopLogging", { by: "intruder", parameters: byTrail }),
    apiCall("cloudtrail", "DeleteTrail", { by: "intruder", parameters: byTrail }),
    apiCall("cloudtrail", "UpdateTrail", {
      by: "intruder",
      parameters: (subjects) => ({
        ...byTrail(subjects),
        isMultiRegionTrail: false,
        includeGlobalServiceEvents: false,
      }),
      response: ({ trailArn, bucketName }) => ({
        name: nameOf(trailArn),
        trailARN: trailArn,
        s3BucketName: bucketName,
        isMultiRegionTrail: false,
        includeGlobalServiceEvents: false,
      }),
    }),
  ],
  shouldRing: [
    apiCall("cloudtrail", "PutEventSelectors", {
      by: "intruder",
      parameters: ({ trailReference }) => ({
        trailName: trailReference,
        eventSelectors: [{ readWriteType: "ReadOnly", includeManagementEvents: false, dataResources: [] }],
      }),
      response: ({ trailArn }) => ({
        trailARN: trailArn,
        eventSelectors: [{ readWriteType: "ReadOnly", includeManagementEvents: false, dataResources: [] }],
      }),
    }),
    apiCall("cloudtrail", "PutInsightSelectors", {
      by: "intruder",
      parameters: ({ trailReference }) => ({ trailName: trailReference, insightSelectors: [] }),
    }),
    apiCall("cloudtrail", "CreateTrail", {
      parameters: ({ bucketName }) => ({ name: "second", s3BucketName: bucketName }),
      response: ({ account, region, bucketName }) => ({
        name: "second",
        trailARN: `arn:aws:cloudtrail:${region}:${account}:trail/second`,
        s3BucketName: bucketName,
        isMultiRegionTrail: false,
      }),
    }),
    apiCall("cloudtrail", "StartLogging", { parameters: byTrail }),
    apiCall("cloudtrail", "StopEventDataStoreIngestion", { by: "intruder", parameters: byStore }),
    apiCall("cloudtrail", "UpdateEventDataStore", {
      by: "intruder",
      parameters: (subjects) => ({ ...byStore(subjects), retentionPeriod: 7, terminationProtectionEnabled: false }),
    }),
    apiCall("cloudtrail", "DeleteEventDataStore", { by: "intruder", parameters: byStore }),
  ],
  lookAlikes: [
    apiCall("cloudtrail", "DescribeTrails", { readOnly: true, parameters: () => ({ trailNameList: [] }) }),
    apiCall("cloudtrail", "GetTrailStatus", { readOnly: true, parameters: byTrail }),
    apiCall("cloudtrail", "LookupEvents", { readOnly: true, parameters: () => ({ maxResults: 50 }) }),
  ],
});
