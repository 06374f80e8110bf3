import { Key } from "../../lib/aws/kms/key";
import { isMultiRegionForNothing } from "../../lib/aws/kms/replicas";
import { inStack } from "../../lib/aws/view";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "kms-prefer-single-region",
  on: inStack(Key),
  severity: "low",
  preset: "strict",
  summary: "Keys should stay in one region unless they are replicated",
  why: "The material of a multi-region key may be copied to regions in which nobody looks after it.",
  fix: "Leave `multiRegion` out, or declare the `aws.kms.ReplicaKey` that needs it.",
  practice: 9,
  covers: ["kms.multi-region"],
  messages: { unneeded: "key `{key}` may be copied to other regions, but no replica of it is declared" },
  *check({ stack, subject: key }, { must }) {
    yield* must(negate(isMultiRegionForNothing(stack, key)), "unneeded", { key: key.name });
  },
});
