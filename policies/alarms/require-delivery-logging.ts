import { Topic } from "../../lib/aws/sns/topic";
import { claim } from "../../lib/core/claim";
import { truthOf } from "../../lib/core/truth";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-delivery-logging",
  on: Topic,
  severity: "low",
  preset: "opt-in",
  summary: "Topics must log whether their messages were delivered",
  why: "Without a log nobody can tell later whether the notice of an alarm reached anybody.",
  fix: "Set the feedback roles of the protocols that are used, for example `httpFailureFeedbackRoleArn`.",
  practice: 15,
  covers: ["sns.delivery-status-logging"],
  nist: ["AU-12"],
  messages: { unlogged: "topic `{topic}` logs the delivery of no protocol" },
  *check({ name, place, feedbackRoles }, { must }) {
    yield* must(claim(truthOf(feedbackRoles.length > 0), place), "unlogged", { topic: name });
  },
});
