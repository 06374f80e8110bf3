import { Trail } from "../../lib/aws/cloudtrail/trail";
import { isTrue } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-logging",
  on: Trail,
  severity: "critical",
  preset: "recommended",
  summary: "Trails must be switched on",
  why: "A trail that is declared but stopped looks like one that works, and records nothing.",
  fix: "Remove `enableLogging: false`, or set it to `true`.",
  practice: 15,
  covers: ["ct.logging-enabled"],
  nist: ["AU-12"],
  messages: { stopped: "trail `{trail}` is switched off" },
  *check(trail, { must }) {
    yield* must(isTrue(trail.enableLogging), "stopped", { trail: trail.name });
  },
  remediate: () => ({ enableLogging: true }),
});
