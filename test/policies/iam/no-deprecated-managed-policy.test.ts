import policy from "../../../policies/iam/no-deprecated-managed-policy";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

const attach = (policyArn: unknown) =>
  declareType("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "app", { role: "app", policyArn });
const aws = "arn:aws:iam::aws:policy/";

export default policyTest(policy, {
  pass: [{ name: "a current one", given: attach(`${aws}AmazonS3ReadOnlyAccess`) }],
  fail: [
    {
      name: "a withdrawn one",
      given: attach(`${aws}AWSCloudTrailFullAccess`),
      findings: [
        { id: "deprecated", at: "policyArn", data: { arn: "arn:aws:iam::aws:policy/AWSCloudTrailFullAccess" } },
      ],
    },
  ],
  unknown: [{ name: "an ARN from another stack", given: attach(unknown()), at: "policyArn" }],
});
