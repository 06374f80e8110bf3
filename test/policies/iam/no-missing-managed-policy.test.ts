import policy from "../../../policies/iam/no-missing-managed-policy";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

const attach = (policyArn: unknown) =>
  declareType("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "app", { role: "app", policyArn });
const aws = "arn:aws:iam::aws:policy/";

export default policyTest(policy, {
  pass: [
    { name: "one that exists", given: attach(`${aws}AmazonS3ReadOnlyAccess`) },
    { name: "one of the customer", given: attach("arn:aws:iam::111122223333:policy/app") },
    { name: "one that nothing resembles", given: attach(`${aws}NothingOfTheKindThatAwsEverHad`) },
  ],
  fail: [
    {
      name: "a misspelled one",
      given: attach(`${aws}AmazonS3ReadOnlyAcess`),
      findings: [
        {
          id: "missing",
          at: "policyArn",
          data: { arn: `${aws}AmazonS3ReadOnlyAcess`, meant: `${aws}AmazonS3ReadOnlyAccess` },
        },
      ],
    },
    {
      name: "a forgotten path, in the list of a role",
      given: declareType("aws:iam/role:Role", "app", { managedPolicyArns: [`${aws}AWSLambdaBasicExecutionRole`] }),
      findings: [{ id: "missing", at: "managedPolicyArns[0]" }],
    },
  ],
  unknown: [{ name: "an ARN from another stack", given: attach(unknown()), at: "policyArn" }],
});
