import { AccessKey } from "../../lib/aws/iam/access-key";
import { isRootUser } from "../../lib/aws/iam/root";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-root-access-key",
  on: AccessKey,
  severity: "critical",
  preset: "recommended",
  summary: "The root user must have no access key",
  why: "No policy limits the root user: whoever finds its key owns the account.",
  fix: "Remove the key, and use a role for what it was made for.",
  practice: 1,
  covers: ["iam.root.access-key"],
  nist: ["AC-2", "AC-6(2)", "IA-2"],
  messages: { rootKey: "access key `{key}` is made for the root user" },
  *check(key, { must }) {
    yield* must(negate(isRootUser(key.user)), "rootKey", { key: key.name });
  },
});
