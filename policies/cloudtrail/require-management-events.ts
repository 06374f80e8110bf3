import * as z from "zod";
import { managementCoverage, recordsAllManagement } from "../../lib/aws/cloudtrail/coverage";
import { Trail } from "../../lib/aws/cloudtrail/trail";
import { anyTrail } from "../../lib/aws/cloudtrail/trails";
import { inStack } from "../../lib/aws/view";
import { some } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-management-events",
  on: inStack(Trail),
  severity: "high",
  preset: "recommended",
  summary: "Trails must record all management events, reads and writes",
  why: "An intruder first looks around, which is reading, and then changes things. A trail that leaves out one of them, or a whole service, tells half of what happened.",
  fix: 'Remove the selectors, or let one of them take management events of `readWriteType: "All"` with no excluded sources; with advanced selectors, one whose only field is `eventCategory` equal to `Management`.',
  practice: 15,
  covers: ["ct.management-events"],
  nist: ["AU-2", "AU-12"],
  config: z.strictObject({
    acceptedExclusions: z
      .array(z.string().min(1))
      .default([])
      .describe("Event sources that trails may leave out, for example `kms.amazonaws.com`."),
  }),
  messages: {
    noReads: "trail `{trail}` does not record management events that read",
    noWrites: "trail `{trail}` does not record management events that change something",
    leavesOut: {
      what: "trail `{trail}` does not record all management events of `{source}`",
      fix: "Take `{source}` out of the excluded sources, or list it in this policy's setting `acceptedExclusions`.",
    },
  },
  *check({ stack, subject: trail }, { config, must }) {
    const accepted = config.acceptedExclusions;
    const question = `management events but those of ${accepted.join()}`;
    const elsewhere = anyTrail(stack, question, ({ selectors }) => recordsAllManagement(selectors, accepted));
    const { reads, writes, sources } = managementCoverage(trail.selectors);
    yield* must(some(reads, elsewhere), "noReads", { trail: trail.name });
    yield* must(some(writes, elsewhere), "noWrites", { trail: trail.name });
    for (const { source, recorded } of sources.filter((each) => !accepted.includes(each.source))) {
      yield* must(some(recorded, elsewhere), "leavesOut", { trail: trail.name, source });
    }
  },
});
