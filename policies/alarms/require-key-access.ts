import { topicUses } from "../../lib/aws/alarms/publications";
import { topicKeyFacts } from "../../lib/aws/delivery/topic";
import { keyReference } from "../../lib/aws/kms/key-reference";
import { isTrue, negate, some } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-key-access",
  on: topicUses,
  severity: "high",
  preset: "recommended",
  summary: "The key of an alarm topic must let CloudWatch and EventBridge use it",
  why: "Whoever publishes to an encrypted topic must be able to use its key. An alarm whose notice is refused rings nowhere; only its history tells.",
  fix: "Let the key's policy allow `kms:Decrypt` and `kms:GenerateDataKey*` to the service that publishes.",
  practice: 15,
  nist: ["AU-5", "SC-12", "SI-4"],
  messages: {
    refused: {
      what: "`{service}` may not call {actions} on key `{key}` of topic `{topic}`: {why}",
      fix: "Add to the key's policy: `{statement}`.",
    },
    denied: {
      what: "`{service}` may not call {actions} on key `{key}` of topic `{topic}`: statement `{statement}` denies it",
      fix: 'Except AWS\'s services from statement `{statement}`, for example with `"Bool": { "aws:PrincipalIsAWSService": "false" }` in its condition.',
    },
    wrongKind: {
      what: "nobody can encrypt with key `{key}` of topic `{topic}`: it is not a symmetric encryption key",
      fix: "Leave `customerMasterKeySpec` and `keyUsage` of the key out.",
    },
    elsewhere: {
      what: "key `{key}` of topic `{topic}` is in another region than the topic",
      fix: "Declare the key in the region of the topic, or a replica of it there.",
    },
    disabled: {
      what: "key `{key}` of topic `{topic}` is disabled",
      fix: "Leave `isEnabled` (`enabled` of imported and replica keys) out, or set it to true.",
    },
  },
  *check({ stack, topic, service, isUsed }, { must, undetermined }) {
    const reference = keyReference(stack, topic.resource, topic.kmsMasterKeyId);
    if (reference.kind === "unknown") yield undetermined(reference.place, "refused");
    if (reference.kind !== "key") return;
    const names = { service, key: reference.key.name, topic: topic.name };
    for (const { claim, id, ...data } of topicKeyFacts(stack, topic, reference.key, service)) {
      yield* must(some(claim, negate(isUsed)), id, { ...names, ...data });
    }
    yield* must(some(isTrue(reference.key.isEnabled), negate(isUsed)), "disabled", names);
  },
});
