import { AccessKey } from "../../lib/aws/iam/access-key";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-access-keys",
  on: AccessKey,
  severity: "low",
  preset: "strict",
  summary: "Programs should use roles rather than access keys",
  why: "An access key works until somebody deletes it, wherever it has been copied to; the credentials of a role end by themselves.",
  fix: "Give the program a role: of its instance, function or task, or through OpenID Connect or IAM Roles Anywhere from outside AWS.",
  practice: 14,
  covers: ["iam.access-key.exists"],
  nist: ["AC-2", "IA-5"],
  messages: { permanent: "access key `{key}` is a permanent credential" },
  *check(key, { violation }) {
    yield violation(key.place, "permanent", { key: key.name });
  },
});
