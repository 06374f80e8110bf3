import { Key } from "../../lib/aws/kms/key";
import { policyOfKey } from "../../lib/aws/kms/key-policy";
import { inStack } from "../../lib/aws/view";
import { isGiven } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "kms-require-key-policy",
  on: inStack(Key),
  severity: "medium",
  preset: "strict",
  summary: "Keys should have a policy of their own",
  why: "AWS's default policy leaves a key to every IAM policy of the account: whoever is allowed `kms:*` may use it.",
  fix: "Set `policy`, or declare an `aws.kms.KeyPolicy`, that names who may administer and who may use the key.",
  practice: 9,
  covers: ["kms.policy.defined"],
  nist: ["AC-6"],
  messages: { noPolicy: "key `{key}` has only the policy that AWS gives to every key" },
  *check({ stack, subject: key }, { must, undetermined }) {
    const policy = policyOfKey(stack, key);
    // Another key's policy for all we know, or this one's.
    if (policy.kind === "unknown" && policy.place.urn !== key.urn) yield undetermined(policy.place, "noPolicy");
    else yield* must(isGiven(policy), "noPolicy", { key: key.name });
  },
});
