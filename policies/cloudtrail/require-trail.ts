import * as z from "zod";
import { Trail } from "../../lib/aws/cloudtrail/trail";
import { isComplete, qualitiesOf } from "../../lib/aws/cloudtrail/trails";
import { wholeStack } from "../../lib/aws/view";
import { some } from "../../lib/core/claim";
import { definePolicy, nowhere } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-trail",
  on: wholeStack,
  severity: "high",
  preset: "recommended",
  summary: "An account's baseline must declare one trail that has everything",
  why: "Two half trails are not one whole: what one records without encryption and the other without validation is evidence in neither.",
  fix: "Declare one `aws.cloudtrail.Trail` of all regions with global service events, all management events, log file validation and a KMS key. Where another stack holds it, leave `requireTrail` off and name that trail in the setting `externalTrails`.",
  practice: 15,
  covers: ["ct.exists", "ct.security-trail"],
  nist: ["AU-2", "AU-12"],
  config: z.strictObject({
    requireTrail: z
      .boolean()
      .default(false)
      .describe("Whether this stack must hold the account's trail itself, also where `baseline` is off."),
  }),
  messages: {
    none: "this stack must hold the account's trail and declares none",
    incomplete: "no trail of this stack, which must hold the account's, has everything: trail `{trail}` lacks {lacks}",
  },
  *check(stack, { config, settings, must, violation }) {
    const asked = settings.baseline && settings.externalTrails.length === 0;
    if (!asked && !config.requireTrail) return;
    const lacking = Trail.allIn(stack).map((trail) => ({
      trail,
      lacks: qualitiesOf(trail).filter(({ has }) => has.truth === "no"),
    }));
    const [nearest] = [...lacking].sort((a, b) => a.lacks.length - b.lacks.length);
    if (!nearest) {
      yield violation(nowhere, "none");
      return;
    }
    const { truth } = some(...lacking.map(({ trail }) => isComplete(trail)));
    const lacks = nearest.lacks.map(({ what }) => what).join(", ");
    yield* must({ truth, places: [nearest.trail.place] }, "incomplete", { trail: nearest.trail.name, lacks });
  },
});
