import policy from "../../../policies/iam/no-full-access-managed-policy";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

const attach = (policyArn: unknown) =>
  declareType("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "app", { role: "app", policyArn });
const aws = "arn:aws:iam::aws:policy/";

export default policyTest(policy, {
  pass: [{ name: "a narrow one", given: attach(`${aws}AmazonS3ReadOnlyAccess`) }],
  fail: [
    {
      name: "a whole service",
      given: attach(`${aws}AmazonDynamoDBFullAccess`),
      findings: [{ id: "wholeService", at: "policyArn", data: { policy: "AmazonDynamoDBFullAccess" } }],
      controls: ["iam.attach.elevated"],
    },
    {
      name: "the data of the account",
      given: attach(`${aws}ReadOnlyAccess`),
      findings: [{ id: "allData", at: "policyArn", data: { policy: "ReadOnlyAccess" } }],
    },
  ],
  unknown: [{ name: "an ARN from another stack", given: attach(unknown()), at: "policyArn" }],
});
