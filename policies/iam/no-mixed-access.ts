import { accessOf } from "../../lib/aws/iam/credentials";
import { User } from "../../lib/aws/iam/user";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-mixed-access",
  on: inStack(User),
  severity: "medium",
  preset: "recommended",
  summary: "A user should have either a console password or access keys, not both",
  why: "A person's user with keys ends up in scripts, and a script's user with a password gets shared; either way nobody knows who acted.",
  fix: "Remove the access key, and let people get temporary credentials with `aws sso login`; give scripts a role or a user of their own.",
  practice: 2,
  covers: ["iam.credentials.key-at-setup"],
  nist: ["AC-2", "IA-2"],
  messages: { both: "user `{user}` has a console password and the access key `{key}`" },
  *check({ stack, subject }, { violation, undetermined }) {
    const { passwords, keys, open } = accessOf(stack, subject.resource);
    const [key] = keys;
    if (passwords.length > 0 && key) yield violation(subject.place, "both", { user: subject.name, key: key.name });
    else if (open && passwords.length + keys.length > 0) yield undetermined(open, "both");
  },
});
