import { Trail } from "../../lib/aws/cloudtrail/trail";
import { isReadable } from "../../lib/aws/delivery/keys";
import { trailKeyFacts } from "../../lib/aws/delivery/trail";
import { keyReference } from "../../lib/aws/kms/key-reference";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-key-access",
  on: inStack(Trail),
  severity: "high",
  preset: "recommended",
  summary: "The key of a trail must let CloudTrail encrypt with it, and somebody decrypt",
  why: "With a key that does not admit it CloudTrail delivers nothing more. With a key that admits nobody else, what it delivers can never be read.",
  fix: "Let the key's policy allow `cloudtrail.amazonaws.com` to call `kms:GenerateDataKey*` and `kms:DescribeKey` for this trail, and those who investigate to call `kms:Decrypt`.",
  practice: 15,
  nist: ["AU-4", "AU-5", "SC-12"],
  messages: {
    refused: {
      what: "trail `{trail}` cannot use key `{key}`: CloudTrail may not call {actions}, since {why}",
      fix: "Add to the key's policy: `{statement}`.",
    },
    denied: {
      what: "trail `{trail}` cannot use key `{key}`: CloudTrail may not call {actions}, since statement `{statement}` denies it",
      fix: 'Except CloudTrail from statement `{statement}`, for example with `"Bool": { "aws:PrincipalIsAWSService": "false" }` in its condition.',
    },
    wrongKind: {
      what: "trail `{trail}` cannot use key `{key}`: it is not a symmetric encryption key",
      fix: "Leave `customerMasterKeySpec` and `keyUsage` of the key out.",
    },
    elsewhere: {
      what: "key `{key}` of trail `{trail}` is in another region than the trail's bucket",
      fix: "Declare the key in the region of the bucket.",
    },
    unreadable: {
      what: "nobody may decrypt what trail `{trail}` writes with key `{key}`",
      fix: "Let the key's policy allow `kms:Decrypt` to the roles that investigate, or leave it to IAM policies by allowing `kms:*` to the account's root.",
    },
  },
  *check({ stack, subject: trail }, { must, undetermined }) {
    const reference = keyReference(stack, trail.resource, trail.kmsKeyId);
    if (reference.kind === "unknown") yield undetermined(reference.place, "refused");
    if (reference.kind !== "key") return;
    const names = { key: reference.key.name, trail: trail.name };
    for (const { claim, id, ...data } of trailKeyFacts(stack, trail, reference.key)) {
      yield* must(claim, id, { ...names, ...data });
    }
    yield* must(isReadable(stack, reference.key), "unreadable", names);
  },
});
