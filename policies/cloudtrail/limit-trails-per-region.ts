import { Trail } from "../../lib/aws/cloudtrail/trail";
import { trailsByRegion } from "../../lib/aws/cloudtrail/trails";
import { wholeStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

/** A quota that AWS does not raise (AWS CloudTrail user guide, "Quotas in AWS CloudTrail", November 2026). */
const mostTrails = 5;

export default definePolicy({
  id: "cloudtrail-limit-trails-per-region",
  on: { ...wholeStack, types: Trail.types },
  severity: "medium",
  preset: "recommended",
  summary: "A region can hold five trails",
  why: "AWS refuses the sixth trail of a region, in the middle of a deployment, and never raises the quota.",
  fix: "Merge trails: one trail can record all regions, all accounts of an organization, and data events beside management events.",
  practice: 15,
  messages: { tooMany: "trail `{trail}` is number {count} in {region}, where AWS allows 5" },
  *check(stack, { violation, undetermined }) {
    for (const { region, trails, possible } of trailsByRegion(stack)) {
      for (const [index, trail] of trails.entries()) {
        if (index >= mostTrails)
          yield violation(trail.place, "tooMany", { trail: trail.name, count: index + 1, region });
      }
      const [first] = possible;
      const mayBeFull = trails.length <= mostTrails && trails.length + possible.length > mostTrails;
      if (first && mayBeFull) yield undetermined({ urn: first.urn, path: "region" }, "tooMany");
    }
  },
});
