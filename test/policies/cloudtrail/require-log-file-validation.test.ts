import { Trail } from "../../../lib/aws/cloudtrail/trail";
import policy from "../../../policies/cloudtrail/require-log-file-validation";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "explicitly true", given: declare(Trail, "main", { s3BucketName: "logs", enableLogFileValidation: true }) },
    {
      name: "explicitly true, in another region",
      given: declare(Trail, "main", { s3BucketName: "logs", region: "eu-west-1", enableLogFileValidation: true }),
    },
  ],
  fail: [
    {
      name: "AWS's default is false",
      given: declare(Trail, "main", { s3BucketName: "logs" }),
      findings: [{ id: "unsigned", at: "enableLogFileValidation", data: { trail: "main" } }],
    },
    {
      name: "explicitly false",
      given: declare(Trail, "main", { s3BucketName: "logs", enableLogFileValidation: false }),
      findings: [{ id: "unsigned", at: "enableLogFileValidation", data: { trail: "main" } }],
      controls: ["ct.log-validation"],
    },
    {
      name: "explicitly false, in a component",
      given: [
        declare(
          Trail,
          "main",
          { s3BucketName: "logs", enableLogFileValidation: false },
          { parent: declareType("app:index:Audit", "audit") },
        ),
      ],
      findings: [{ id: "unsigned", at: "enableLogFileValidation" }],
    },
  ],
  unknown: [
    {
      name: "a setting from another stack",
      given: declare(Trail, "main", { s3BucketName: "logs", enableLogFileValidation: unknown() }),
      at: "enableLogFileValidation",
    },
    {
      name: "a value of the wrong shape",
      given: declare(Trail, "main", { s3BucketName: "logs", enableLogFileValidation: [] }),
      at: "enableLogFileValidation",
    },
  ],
});
