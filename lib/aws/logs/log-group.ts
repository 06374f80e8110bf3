import { type cloudwatch } from "@pulumi/aws";
import { mapRead, withDefault, withoutEmpty } from "../../core/read";
import { resourceView } from "../view";

/** A CloudWatch Logs group. */
export const LogGroup = resourceView<cloudwatch.LogGroupArgs>()(["aws:cloudwatch/logGroup:LogGroup"], (read) => ({
  groupName: read.text("name"),
  /** Days. AWS keeps events for ever both where it is 0 and where it is absent: `Infinity`. */
  retentionDays: mapRead(withDefault(read.number("retentionInDays"), 0), (days) => (days === 0 ? Infinity : days)),
  /** Days as the program says; absent where nobody decided, 0 where somebody decided "for ever". */
  declaredRetentionDays: read.number("retentionInDays"),
  kmsKeyId: withoutEmpty(read.text("kmsKeyId")),
  /** `STANDARD` unless set otherwise. Metric filters belong to `STANDARD`. */
  logGroupClass: withDefault(read.text("logGroupClass"), "STANDARD"),
  deletionProtection: withDefault(read.boolean("deletionProtectionEnabled"), false),
}));
