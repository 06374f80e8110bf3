import { Trail } from "../../lib/aws/cloudtrail/trail";
import { isTrue } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-global-service-events",
  on: Trail,
  severity: "high",
  preset: "recommended",
  summary: "Trails must record the global services",
  why: "Users, roles and their permissions belong to global services; a trail without them does not see who was made administrator.",
  fix: "Remove `includeGlobalServiceEvents: false`, or set it to `true`.",
  practice: 15,
  covers: ["ct.global-events"],
  nist: ["AU-2", "AU-12"],
  messages: { noGlobalServices: "trail `{trail}` leaves out the events of IAM, STS and other global services" },
  *check(trail, { must }) {
    yield* must(isTrue(trail.includeGlobalServiceEvents), "noGlobalServices", { trail: trail.name });
  },
  remediate: () => ({ includeGlobalServiceEvents: true }),
});
