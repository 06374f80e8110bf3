import { AccessKey } from "../../lib/aws/iam/access-key";
import { equals, negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-inactive-keys",
  on: AccessKey,
  severity: "low",
  preset: "recommended",
  summary: "Inactive access keys should be removed",
  why: "An inactive key is made active again with a single call, by whoever may change the user.",
  fix: "Remove the access key from the program once nothing has missed it.",
  practice: 5,
  nist: ["AC-2"],
  messages: { kept: "access key `{key}` is inactive and still kept" },
  *check(key, { must }) {
    yield* must(negate(equals(key.status, "Inactive")), "kept", { key: key.name });
  },
});
