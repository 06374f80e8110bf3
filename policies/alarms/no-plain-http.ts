import { TopicSubscription } from "../../lib/aws/sns/topic-subscription";
import { equals, negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-no-plain-http",
  on: TopicSubscription,
  severity: "medium",
  preset: "recommended",
  summary: "Subscriptions must not deliver over plain HTTP",
  why: "Over plain HTTP whoever is on the way reads which alarm rang and why, and can swallow it.",
  fix: "Use protocol `https`.",
  practice: 15,
  covers: ["sns.subscription.https"],
  nist: ["SC-8"],
  messages: { plainHttp: "subscription `{subscription}` delivers over plain HTTP" },
  *check({ name, protocol }, { must }) {
    yield* must(negate(equals(protocol, "http")), "plainHttp", { subscription: name });
  },
});
