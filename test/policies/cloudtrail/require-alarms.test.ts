import policy from "../../../policies/cloudtrail/require-alarms";
import { detections } from "../../../lib/aws/facts/detections/detections";
import { ruledBy, trailParts, watchedBy, without } from "../../aws/alarms/programs";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

const { suggestedFilterPattern = "", suggestedEventPattern } =
  detections.find(({ id }) => id === "trail-tampering") ?? {};
const eventPattern = JSON.stringify(suggestedEventPattern);
const ofTrail = (name: string) =>
  `{ ($.eventName = StopLogging || $.eventName = DeleteTrail || $.eventName = UpdateTrail) && ($.requestParameters.name = "${name}") }`;
const second = declareType("aws:cloudtrail/trail:Trail", "second", { name: "second", s3BucketName: "other" });

export default policyTest(policy, {
  pass: [
    { name: "by the trail's log group", given: watchedBy(suggestedFilterPattern) },
    {
      name: "by the event bus, without a log group",
      given: ruledBy(eventPattern, { trail: { cloudWatchLogsGroupArn: null, cloudWatchLogsRoleArn: null } }),
    },
    { name: "a second trail beside a watched one", given: [...watchedBy(suggestedFilterPattern), second] },
    {
      name: "a log group outside the stack that the settings name",
      settings: { externalLogGroups: ["central-trail"] },
      given: trailParts({
        trail: { cloudWatchLogsGroupArn: "arn:aws:logs:us-east-1:123456789012:log-group:central-trail:*" },
      }),
    },
    {
      name: "a log group of the stack whose alarms are in another",
      settings: { externalLogGroups: ["trail-*"] },
      given: trailParts(),
    },
    {
      name: "the same by the group's ARN, which a preview does not know",
      settings: { externalLogGroups: ["arn:aws:logs:us-east-1:123456789012:log-group:trail-logs:*"] },
      given: trailParts(),
    },
    { name: "no trail at all", given: without(watchedBy(suggestedFilterPattern), "Trail") },
  ],
  fail: [
    {
      name: "a setting that names another group",
      settings: { externalLogGroups: ["arn:aws:logs:us-east-1:123456789012:log-group:other:*", "other"] },
      given: trailParts(),
      findings: [{ id: "silent", on: "trail-logs", at: "" }],
    },
    {
      name: "nothing listens",
      given: trailParts(),
      findings: [
        {
          id: "silent",
          on: "trail-logs",
          at: "",
          data: {
            events: "`StopLogging`, `DeleteTrail` and `UpdateTrail`",
            chain: "trail `main` -> log group `trail-logs` -> ",
            end: "no metric filter matches, nor does a rule",
            fix: "Add a metric filter with the pattern of this policy's page, an alarm on its metric and a topic that somebody reads. If another stack has the alarms, name log group `trail-logs` in the setting `externalLogGroups`",
          },
        },
      ],
    },
    {
      name: "switched off",
      given: watchedBy(suggestedFilterPattern, { trail: { enableLogging: false } }),
      findings: [
        {
          id: "silent",
          on: "main",
          at: "enableLogging",
          data: {
            events: "`StopLogging`, `DeleteTrail` and `UpdateTrail`",
            chain: "",
            end: "trail `main` is switched off (cloudtrail-require-logging)",
            fix: "Set `enableLogging: true`",
          },
        },
      ],
    },
    {
      name: "an average with a default value",
      given: watchedBy(suggestedFilterPattern, { alarm: { statistic: "Average" } }),
      findings: [{ id: "silent", on: "watch", at: "statistic" }],
    },
    {
      name: "a filter that asks for the trail by name, where the caller may give its ARN",
      given: watchedBy(ofTrail("main")),
      findings: [{ id: "silent", on: "trail-logs", at: "" }],
    },
    {
      name: "a filter that takes everything",
      given: watchedBy(""),
      findings: [
        {
          id: "vacuous",
          on: "watch",
          at: "pattern",
          data: {
            events: "`StopLogging`, `DeleteTrail` and `UpdateTrail`",
            chain: "trail `main` -> log group `trail-logs` -> ",
            end: "filter `watch` matches",
            everyday: "DescribeTrails",
          },
        },
      ],
    },
    {
      name: "a second trail that only a filter on the first one's name would catch",
      given: [
        ...watchedBy(suggestedFilterPattern, {
          trail: { isMultiRegionTrail: false },
          filter: { pattern: ofTrail("*main") },
        }),
        second,
      ],
      findings: [{ id: "silent", on: "trail-logs", at: "" }],
    },
  ],
  unknown: [
    { name: "a pattern from another stack", given: watchedBy(unknown()), at: "pattern" },
    {
      name: "a log group outside the stack",
      given: trailParts({
        trail: { cloudWatchLogsGroupArn: "arn:aws:logs:us-east-1:123456789012:log-group:central-trail:*" },
      }),
      at: "cloudWatchLogsGroupArn",
    },
  ],
  silentWhenUnknown: {
    "Trail.name": "a name in a pattern is compared with the names that are known",
  },
  firmWhenUnknown: {
    "LogGroup.name": "the setting names groups by their names: it vouches for none whose name is not known",
  },
});
