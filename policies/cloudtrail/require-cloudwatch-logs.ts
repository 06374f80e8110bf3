import { parseArn } from "../../lib/aws/arn";
import { namesOwnRegion } from "../../lib/aws/cloudtrail/log-group-choice";
import { Trail } from "../../lib/aws/cloudtrail/trail";
import { isGiven, whether } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-cloudwatch-logs",
  on: Trail,
  severity: "high",
  preset: "recommended",
  summary: "Trails must deliver to a CloudWatch Logs group",
  why: "Files in a bucket are read after the damage. Metric filters and alarms need the events in a log group, within minutes.",
  fix: 'Set `cloudWatchLogsGroupArn` to `pulumi.concat(group.arn, ":*")` and `cloudWatchLogsRoleArn` to a role that CloudTrail may assume.',
  practice: 15,
  covers: ["ct.cloudwatch-logs"],
  nist: ["AU-6", "SI-4"],
  messages: {
    noGroup: "trail `{trail}` delivers to no log group",
    noRole: "trail `{trail}` has no role with which to write to its log group",
    noStreams: {
      what: "trail `{trail}` names its log group as `{arn}`, which AWS refuses: it must be the ARN of a log group with `:*` at its end",
      fix: 'Write `cloudWatchLogsGroupArn: pulumi.concat(group.arn, ":*")`.',
    },
    otherRegion: {
      what: "trail `{trail}` names its log group as `{arn}`, which is in another region than the trail",
      fix: "Name a log group of the trail's own region: CloudTrail delivers to no other.",
    },
  },
  *check(trail, { must }) {
    const { cloudWatchLogsGroupArn: group, cloudWatchLogsRoleArn: role } = trail;
    const given = isGiven(group);
    yield* must(given, "noGroup", { trail: trail.name });
    if (given.truth !== "yes") return;
    yield* must(isGiven(role), "noRole", { trail: trail.name });
    const arn = group.kind === "known" ? group.value : "";
    yield* must(whether(group, namesStreams, "no"), "noStreams", { trail: trail.name, arn });
    if (group.kind === "known") yield* must(namesOwnRegion(trail), "otherRegion", { trail: trail.name, arn });
  },
});

function namesStreams(text: string): boolean {
  const arn = parseArn(text);
  return arn?.service === "logs" && /^log-group:[^:]+:\*$/.test(arn.resource);
}
