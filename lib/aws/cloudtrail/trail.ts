import { type cloudtrail } from "@pulumi/aws";
import { withDefault } from "../../core/read";
import { resourceView } from "../view";

/** A CloudTrail trail. Defaults as of @pulumi/aws 7.48. */
export const Trail = resourceView<cloudtrail.TrailArgs>()(["aws:cloudtrail/trail:Trail"], (read) => ({
  trailName: read.text("name"),
  enableLogging: withDefault(read.boolean("enableLogging"), true),
  isMultiRegionTrail: withDefault(read.boolean("isMultiRegionTrail"), false),
  isOrganizationTrail: withDefault(read.boolean("isOrganizationTrail"), false),
  includeGlobalServiceEvents: withDefault(read.boolean("includeGlobalServiceEvents"), true),
  enableLogFileValidation: withDefault(read.boolean("enableLogFileValidation"), false),
  kmsKeyId: read.text("kmsKeyId"),
  s3BucketName: read.text("s3BucketName"),
  s3KeyPrefix: read.text("s3KeyPrefix"),
  snsTopicName: read.text("snsTopicName"),
  cloudWatchLogsGroupArn: read.text("cloudWatchLogsGroupArn"),
  cloudWatchLogsRoleArn: read.text("cloudWatchLogsRoleArn"),
}));
