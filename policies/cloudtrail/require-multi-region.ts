import { Trail } from "../../lib/aws/cloudtrail/trail";
import { isTrue } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-multi-region",
  on: Trail,
  severity: "high",
  preset: "recommended",
  summary: "Trails must record all regions",
  why: "Whoever has stolen credentials works in a region that nobody looks at; a trail of one region sees nothing of it.",
  fix: "Set `isMultiRegionTrail: true`.",
  practice: 15,
  covers: ["ct.multi-region"],
  nist: ["AU-12", "AU-2"],
  messages: { singleRegion: "trail `{trail}` records only the region it is in" },
  *check(trail, { must }) {
    yield* must(isTrue(trail.isMultiRegionTrail), "singleRegion", { trail: trail.name });
  },
  // AWS refuses a trail of all regions that leaves out the global services.
  remediate: () => ({ isMultiRegionTrail: true, includeGlobalServiceEvents: true }),
});
