import { logGroupChoice } from "../../lib/aws/cloudtrail/log-group-choice";
import { Trail } from "../../lib/aws/cloudtrail/trail";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-no-mistaken-log-group",
  on: inStack(Trail),
  severity: "high",
  preset: "recommended",
  summary: "A trail must deliver to the log group that is meant",
  why: "AWS refuses a log group of another region or account. Where a group of nearly the same name exists, it takes the events, and the alarms on the one that is meant wait for ever.",
  fix: 'Write `cloudWatchLogsGroupArn: pulumi.concat(group.arn, ":*")` with a log group that is declared in the trail\'s region and account.',
  practice: 15,
  nist: ["AU-6", "SI-4"],
  messages: {
    otherRegion: "trail `{trail}` delivers to log group `{group}`, which is in another region",
    otherAccount: "trail `{trail}` delivers to log group `{group}`, which is in another account",
    mistaken: {
      what: "trail `{trail}` delivers to log group `{group}`, which this stack does not declare: it declares `{instead}`, which is most likely meant",
      fix: 'Write `pulumi.concat(group.arn, ":*")` with that group; where both exist, name the other in the setting `externalLogGroups`.',
    },
  },
  *check({ stack, subject: trail }, { settings, must, undetermined }) {
    const choice = logGroupChoice(stack, settings, trail);
    if (!choice) {
      if (trail.cloudWatchLogsGroupArn.kind !== "absent")
        yield undetermined(trail.cloudWatchLogsGroupArn.place, "mistaken");
      return;
    }
    const { group, isNear, isOwn, isMeant, instead } = choice;
    yield* must(isNear, "otherRegion", { trail: trail.name, group });
    if (isNear.truth === "no") return;
    yield* must(isOwn, "otherAccount", { trail: trail.name, group });
    yield* must(isMeant, "mistaken", { trail: trail.name, group, instead });
  },
});
