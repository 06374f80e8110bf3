import { Key } from "../../lib/aws/kms/key";
import { isTrue, negate, some } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "kms-require-rotation",
  on: Key,
  severity: "high",
  preset: "recommended",
  summary: "Keys must rotate",
  why: "The longer one key material is in use, the more there is to read for whoever gets hold of it.",
  fix: "Set `enableKeyRotation: true`.",
  practice: 3,
  covers: ["kms.rotation"],
  nist: ["SC-12"],
  messages: { notRotated: "key `{key}` keeps its key material for ever" },
  *check(key, { must }) {
    yield* must(some(isTrue(key.rotates), negate(key.canRotate)), "notRotated", { key: key.name });
  },
});
