import { Trail } from "../../lib/aws/cloudtrail/trail";
import { isTrue } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-log-file-validation",
  on: Trail,
  severity: "high",
  preset: "recommended",
  summary: "Trails must sign digests of their log files",
  why: "Without digests nobody can tell whether a log file was changed or removed after CloudTrail wrote it.",
  fix: "Set `enableLogFileValidation: true`.",
  practice: 15,
  covers: ["ct.log-validation"],
  nist: ["AU-9", "AU-10", "SI-7"],
  messages: { unsigned: "trail `{trail}` writes log files that can be changed unnoticed" },
  *check(trail, { must }) {
    yield* must(isTrue(trail.enableLogFileValidation), "unsigned", { trail: trail.name });
  },
  remediate: () => ({ enableLogFileValidation: true }),
});
