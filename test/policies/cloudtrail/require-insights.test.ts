import { Trail } from "../../../lib/aws/cloudtrail/trail";
import policy from "../../../policies/cloudtrail/require-insights";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const trail = (name: string, args: object) => declare(Trail, name, { s3BucketName: "logs", ...args });

export default policyTest(policy, {
  pass: [
    {
      name: "both kinds",
      given: trail("main", {
        insightSelectors: [{ insightType: "ApiCallRateInsight" }, { insightType: "ApiErrorRateInsight" }],
      }),
    },
    {
      name: "one kind each in two trails",
      given: [
        trail("a", { insightSelectors: [{ insightType: "ApiCallRateInsight" }] }),
        trail("b", { insightSelectors: [{ insightType: "ApiErrorRateInsight" }] }),
      ],
    },
  ],
  fail: [
    {
      name: "none",
      given: trail("main", {}),
      findings: [
        { id: "missing", at: "insightSelectors" },
        { id: "missing", at: "insightSelectors" },
      ],
      controls: ["ct.insights"],
    },
    {
      name: "one of two kinds",
      given: trail("main", { insightSelectors: [{ insightType: "ApiCallRateInsight" }] }),
      findings: [{ id: "missing", at: "insightSelectors", data: { trail: "main", kind: "ApiErrorRateInsight" } }],
    },
  ],
  unknown: [
    { name: "selectors not known yet", given: trail("main", { insightSelectors: unknown() }), at: "insightSelectors" },
    {
      name: "a kind not known yet",
      given: trail("main", { insightSelectors: [{ insightType: unknown() }] }),
      at: "insightSelectors",
    },
  ],
});
