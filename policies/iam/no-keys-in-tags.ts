import { TaggedSecrets } from "../../lib/aws/secrets/tagged-secrets";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-keys-in-tags",
  on: TaggedSecrets,
  severity: "critical",
  preset: "recommended",
  summary: "No credentials in tags",
  why: "Tags are readable by nearly everybody in an account, and are copied into bills, inventories and logs.",
  fix: "Remove the tag and deactivate the key: it has been seen.",
  practice: 4,
  nist: ["IA-5"],
  messages: { tagged: "a tag of `{name}` holds a credential (by its form, {kind})" },
  *check({ name, kind, place }, { violation }) {
    yield violation(place, "tagged", { name, kind });
  },
});
