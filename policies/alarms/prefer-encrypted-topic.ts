import { Topic } from "../../lib/aws/sns/topic";
import { equals, isGiven, negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-prefer-encrypted-topic",
  on: Topic,
  severity: "low",
  preset: "strict",
  summary: "Topics should be encrypted with a key of the account's own",
  why: "Notices of alarms tell what is watched and what was found. With a key of one's own the key's policy says who may read them.",
  fix: "Set `kmsMasterKeyId` to a key whose policy lets the services that publish use it.",
  practice: 15,
  covers: ["sns.encryption", "sns.cmk"],
  nist: ["SC-28"],
  messages: {
    plain: "topic `{topic}` is not encrypted with a key of KMS",
    awsManaged: "topic `{topic}` is encrypted with `alias/aws/sns`, which neither alarms nor rules may use",
  },
  *check({ name, kmsMasterKeyId: key }, { must }) {
    yield* must(isGiven(key), "plain", { topic: name });
    yield* must(negate(equals(key, "alias/aws/sns")), "awsManaged", { topic: name });
  },
});
