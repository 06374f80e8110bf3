import { groupKeyFacts } from "../../lib/aws/delivery/log-group";
import { keyReference } from "../../lib/aws/kms/key-reference";
import { LogGroup } from "../../lib/aws/logs/log-group";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "logs-require-key-access",
  on: inStack(LogGroup),
  severity: "high",
  preset: "recommended",
  summary: "The key of a log group must let CloudWatch Logs of the group's region use it",
  why: "CloudWatch Logs does not take a key that does not admit it. If the key's policy changes later, events can be neither written nor read, and alarms on them fall silent.",
  fix: "Let the key's policy allow `logs.<region>.amazonaws.com` to encrypt and decrypt for this log group.",
  practice: 15,
  nist: ["AU-5", "SC-12"],
  messages: {
    refused: {
      what: "log group `{group}` cannot use key `{key}`: CloudWatch Logs may not call {actions}, since {why}",
      fix: "Add to the key's policy: `{statement}`.",
    },
    denied: {
      what: "log group `{group}` cannot use key `{key}`: CloudWatch Logs may not call {actions}, since statement `{statement}` denies it",
      fix: 'Except CloudWatch Logs from statement `{statement}`, for example with `"Bool": { "aws:PrincipalIsAWSService": "false" }` in its condition.',
    },
    wrongKind: {
      what: "log group `{group}` cannot use key `{key}`: it is not a symmetric encryption key",
      fix: "Leave `customerMasterKeySpec` and `keyUsage` of the key out.",
    },
    elsewhere: {
      what: "key `{key}` of log group `{group}` is in another region than the group",
      fix: "Declare the key in the region of the log group, or a replica of it there.",
    },
  },
  *check({ stack, subject: group }, { must, undetermined }) {
    const reference = keyReference(stack, group.resource, group.kmsKeyId);
    if (reference.kind === "unknown") yield undetermined(reference.place, "refused");
    if (reference.kind !== "key") return;
    for (const { claim, id, ...data } of groupKeyFacts(stack, group, reference.key)) {
      yield* must(claim, id, { ...data, key: reference.key.name, group: group.name });
    }
  },
});
