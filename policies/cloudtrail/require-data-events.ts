import { recordsAllData } from "../../lib/aws/cloudtrail/coverage";
import { Trail } from "../../lib/aws/cloudtrail/trail";
import { anyTrail } from "../../lib/aws/cloudtrail/trails";
import { inStack } from "../../lib/aws/view";
import { some } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-data-events",
  on: inStack(Trail),
  severity: "medium",
  preset: "strict",
  summary: "Trails must record who reads and writes S3 objects and calls Lambda functions",
  why: "Management events tell that a bucket was made public, not who fetched which file. Without data events nobody can say what was taken.",
  fix: "Select data events of all objects (`AWS::S3::Object`) and all functions (`AWS::Lambda::Function`), reads and writes, in `eventSelectors` or `advancedEventSelectors`.",
  practice: 15,
  covers: ["ct.data-events-s3-read", "ct.data-events-s3-write"],
  nist: ["AU-2", "AU-12"],
  messages: {
    objectReads: "trail `{trail}` does not record who reads S3 objects",
    objectWrites: "trail `{trail}` does not record who writes S3 objects",
    functionCalls: "trail `{trail}` does not record who calls Lambda functions",
  },
  *check({ stack, subject: trail }, { must }) {
    for (const kind of ["objectReads", "objectWrites", "functionCalls"] as const) {
      const recorded = recordsAllData(trail.selectors, kind);
      const elsewhere = anyTrail(stack, kind, ({ selectors }) => recordsAllData(selectors, kind));
      yield* must(some(recorded, elsewhere), kind, { trail: trail.name });
    }
  },
});
