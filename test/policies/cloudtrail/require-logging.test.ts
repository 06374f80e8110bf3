import { Trail } from "../../../lib/aws/cloudtrail/trail";
import policy from "../../../policies/cloudtrail/require-logging";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "AWS's default", given: declare(Trail, "main", { s3BucketName: "logs" }) },
    { name: "explicitly true", given: declare(Trail, "main", { s3BucketName: "logs", enableLogging: true }) },
    {
      name: "explicitly true, in another region",
      given: declare(Trail, "main", { s3BucketName: "logs", region: "eu-west-1", enableLogging: true }),
    },
  ],
  fail: [
    {
      name: "explicitly false",
      given: declare(Trail, "main", { s3BucketName: "logs", enableLogging: false }),
      findings: [{ id: "stopped", at: "enableLogging", data: { trail: "main" } }],
      controls: ["ct.logging-enabled"],
    },
    {
      name: "explicitly false, in a component",
      given: [
        declare(
          Trail,
          "main",
          { s3BucketName: "logs", enableLogging: false },
          { parent: declareType("app:index:Audit", "audit") },
        ),
      ],
      findings: [{ id: "stopped", at: "enableLogging" }],
    },
  ],
  unknown: [
    {
      name: "a setting from another stack",
      given: declare(Trail, "main", { s3BucketName: "logs", enableLogging: unknown() }),
      at: "enableLogging",
    },
    {
      name: "a value of the wrong shape",
      given: declare(Trail, "main", { s3BucketName: "logs", enableLogging: [] }),
      at: "enableLogging",
    },
  ],
});
