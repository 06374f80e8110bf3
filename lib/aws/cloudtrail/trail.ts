import { type cloudtrail } from "@pulumi/aws";
import { mapRead, withDefault, withoutEmpty } from "../../core/read";
import { resourceView } from "../view";
import { readSelectors, wholeObjects } from "./read-selectors";

/** A CloudTrail trail. Defaults as of @pulumi/aws 7.48. An empty text counts as absent. */
export const Trail = resourceView<cloudtrail.TrailArgs>()(["aws:cloudtrail/trail:Trail"], (read) => ({
  trailName: read.text("name"),
  enableLogging: withDefault(read.boolean("enableLogging"), true),
  isMultiRegionTrail: withDefault(read.boolean("isMultiRegionTrail"), false),
  isOrganizationTrail: withDefault(read.boolean("isOrganizationTrail"), false),
  includeGlobalServiceEvents: withDefault(read.boolean("includeGlobalServiceEvents"), true),
  enableLogFileValidation: withDefault(read.boolean("enableLogFileValidation"), false),
  kmsKeyId: withoutEmpty(read.text("kmsKeyId")),
  s3BucketName: read.text("s3BucketName"),
  s3KeyPrefix: withoutEmpty(read.text("s3KeyPrefix")),
  snsTopicName: withoutEmpty(read.text("snsTopicName")),
  cloudWatchLogsGroupArn: withoutEmpty(read.text("cloudWatchLogsGroupArn")),
  cloudWatchLogsRoleArn: withoutEmpty(read.text("cloudWatchLogsRoleArn")),
  /** Which events it records: `recordsEvent` and `managementCoverage` tell. */
  selectors: readSelectors(read),
  /** `ApiCallRateInsight`, `ApiErrorRateInsight`. */
  insightTypes: mapRead(wholeObjects(read, "insightSelectors"), (list) => list.map((each) => each.text("insightType"))),
  tags: read.textMap("tags"),
}));

/** A trail as its view shows it. */
export type TrailView = ReturnType<typeof Trail.view>;
