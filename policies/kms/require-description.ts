import { Key } from "../../lib/aws/kms/key";
import { isGiven } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "kms-require-description",
  on: Key,
  severity: "low",
  preset: "strict",
  summary: "Keys should say what they are for",
  why: "Nobody dares to delete a key without a description, or somebody deletes one that was needed.",
  fix: "Set `description` to what the key encrypts.",
  covers: ["kms.description"],
  messages: { undescribed: "key `{key}` does not say what it is for" },
  *check(key, { must }) {
    yield* must(isGiven(key.description), "undescribed", { key: key.name });
  },
});
