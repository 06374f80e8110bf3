import { Trail } from "../../../lib/aws/cloudtrail/trail";
import policy from "../../../policies/cloudtrail/require-organization-trail";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "explicitly true", given: declare(Trail, "main", { s3BucketName: "logs", isOrganizationTrail: true }) },
    {
      name: "explicitly true, in another region",
      given: declare(Trail, "main", { s3BucketName: "logs", region: "eu-west-1", isOrganizationTrail: true }),
    },
  ],
  fail: [
    {
      name: "AWS's default is false",
      given: declare(Trail, "main", { s3BucketName: "logs" }),
      findings: [{ id: "oneAccount", at: "isOrganizationTrail", data: { trail: "main" } }],
    },
    {
      name: "explicitly false",
      given: declare(Trail, "main", { s3BucketName: "logs", isOrganizationTrail: false }),
      findings: [{ id: "oneAccount", at: "isOrganizationTrail", data: { trail: "main" } }],
    },
    {
      name: "explicitly false, in a component",
      given: [
        declare(
          Trail,
          "main",
          { s3BucketName: "logs", isOrganizationTrail: false },
          { parent: declareType("app:index:Audit", "audit") },
        ),
      ],
      findings: [{ id: "oneAccount", at: "isOrganizationTrail" }],
    },
  ],
  unknown: [
    {
      name: "a setting from another stack",
      given: declare(Trail, "main", { s3BucketName: "logs", isOrganizationTrail: unknown() }),
      at: "isOrganizationTrail",
    },
    {
      name: "a value of the wrong shape",
      given: declare(Trail, "main", { s3BucketName: "logs", isOrganizationTrail: [] }),
      at: "isOrganizationTrail",
    },
  ],
});
