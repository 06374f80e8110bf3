import { WrittenTexts } from "../../lib/aws/secrets/written-texts";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-hardcoded-keys",
  on: WrittenTexts,
  severity: "critical",
  preset: "recommended",
  summary: "No credentials in user data, environment variables and parameters",
  why: "What stands in there is shown to everybody who may describe the resource, and goes with every copy of its configuration.",
  fix: "Give the workload a role; what cannot use one reads its secret from Secrets Manager. Deactivate the key: it has been seen.",
  practice: 4,
  covers: ["iam.access-key.hardcoded-compute"],
  nist: ["IA-5"],
  messages: { written: "{noun} `{name}` has a credential written into it (by its form, {kind})" },
  *check({ noun, name, secrets, unread }, { violation, undetermined }) {
    for (const { kind, place } of secrets) yield violation(place, "written", { noun, name, kind });
    for (const place of unread) yield undetermined(place, "written");
  },
});
