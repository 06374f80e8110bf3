import { Trail } from "../../../lib/aws/cloudtrail/trail";
import policy from "../../../policies/cloudtrail/require-global-service-events";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "AWS's default", given: declare(Trail, "main", { s3BucketName: "logs" }) },
    {
      name: "explicitly true",
      given: declare(Trail, "main", { s3BucketName: "logs", includeGlobalServiceEvents: true }),
    },
    {
      name: "explicitly true, in another region",
      given: declare(Trail, "main", { s3BucketName: "logs", region: "eu-west-1", includeGlobalServiceEvents: true }),
    },
  ],
  fail: [
    {
      name: "explicitly false",
      given: declare(Trail, "main", { s3BucketName: "logs", includeGlobalServiceEvents: false }),
      findings: [{ id: "noGlobalServices", at: "includeGlobalServiceEvents", data: { trail: "main" } }],
      controls: ["ct.global-events"],
    },
    {
      name: "explicitly false, in a component",
      given: [
        declare(
          Trail,
          "main",
          { s3BucketName: "logs", includeGlobalServiceEvents: false },
          { parent: declareType("app:index:Audit", "audit") },
        ),
      ],
      findings: [{ id: "noGlobalServices", at: "includeGlobalServiceEvents" }],
    },
  ],
  unknown: [
    {
      name: "a setting from another stack",
      given: declare(Trail, "main", { s3BucketName: "logs", includeGlobalServiceEvents: unknown() }),
      at: "includeGlobalServiceEvents",
    },
    {
      name: "a value of the wrong shape",
      given: declare(Trail, "main", { s3BucketName: "logs", includeGlobalServiceEvents: [] }),
      at: "includeGlobalServiceEvents",
    },
  ],
});
