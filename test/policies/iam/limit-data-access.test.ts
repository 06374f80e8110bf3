import policy from "../../../policies/iam/limit-data-access";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "one secret",
      given: managed(
        allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:111122223333:secret:app-*"),
      ),
    },
    { name: "lists of secrets", given: managed(allow("secretsmanager:ListSecrets")) },
    {
      name: "a whole service, which another policy reports",
      given: managed(allow(["secretsmanager:*", "secretsmanager:GetSecretValue"])),
    },
  ],
  fail: [
    {
      name: "every secret and every object",
      given: managed(allow(["secretsmanager:Get*", "s3:GetObject"])),
      findings: [
        {
          id: "everywhere",
          at: "policy.Statement[0].Action[0]",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            actions: "`s3:GetObject` and `secretsmanager:GetSecretValue`",
          },
        },
      ],
      controls: ["iam.policy.data-exfiltration"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
