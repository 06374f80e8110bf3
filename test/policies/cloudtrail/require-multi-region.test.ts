import { Trail } from "../../../lib/aws/cloudtrail/trail";
import policy from "../../../policies/cloudtrail/require-multi-region";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "a trail of all regions",
      given: declare(Trail, "main", { s3BucketName: "logs", isMultiRegionTrail: true }),
    },
  ],
  fail: [
    {
      name: "AWS's default is one region",
      given: declare(Trail, "main", { s3BucketName: "logs" }),
      findings: [{ id: "singleRegion", at: "isMultiRegionTrail", data: { trail: "main" } }],
      controls: ["ct.multi-region"],
    },
    {
      name: "explicitly one region",
      given: declare(Trail, "main", { s3BucketName: "logs", isMultiRegionTrail: false }),
      findings: [{ id: "singleRegion", at: "isMultiRegionTrail" }],
    },
  ],
  unknown: [
    {
      name: "a setting from another stack",
      given: declare(Trail, "main", { s3BucketName: "logs", isMultiRegionTrail: unknown() }),
      at: "isMultiRegionTrail",
    },
  ],
});
