import { Trail } from "../../lib/aws/cloudtrail/trail";
import { anyTrail, hasInsight } from "../../lib/aws/cloudtrail/trails";
import { inStack } from "../../lib/aws/view";
import { some } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-insights",
  on: inStack(Trail),
  severity: "low",
  preset: "strict",
  summary: "Trails must look for unusual rates of calls and of errors",
  why: "Somebody who tries out stolen credentials causes a burst of calls and of refusals. Insights compare with the account's usual figures and say so.",
  fix: "Set `insightSelectors` to `ApiCallRateInsight` and `ApiErrorRateInsight`.",
  practice: 15,
  covers: ["ct.insights"],
  nist: ["AU-6", "SI-4"],
  messages: { missing: "trail `{trail}` has no Insights of kind `{kind}`" },
  *check({ stack, subject: trail }, { must }) {
    for (const kind of ["ApiCallRateInsight", "ApiErrorRateInsight"]) {
      const elsewhere = anyTrail(stack, kind, (other) => hasInsight(other, kind));
      yield* must(some(hasInsight(trail, kind), elsewhere), "missing", { trail: trail.name, kind });
    }
  },
});
