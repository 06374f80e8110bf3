import { refusesPlainHttp } from "../../lib/aws/sns/plain-http";
import { Topic } from "../../lib/aws/sns/topic";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-tls-to-publish",
  on: inStack(Topic),
  severity: "low",
  preset: "strict",
  summary: "Topics must refuse messages that come without TLS",
  why: "Over plain HTTP a message to a topic can be read and changed by whoever is on the way.",
  fix: 'Add a statement to the topic\'s policy that denies `sns:Publish` to `*` where `Bool: { "aws:SecureTransport": "false" }`.',
  practice: 15,
  covers: ["sns.policy.ssl-publish"],
  nist: ["SC-8"],
  messages: { plainHttp: "topic `{topic}` takes messages without TLS" },
  *check({ stack, subject }, { must }) {
    yield* must(refusesPlainHttp(stack, subject), "plainHttp", { topic: subject.name });
  },
});
