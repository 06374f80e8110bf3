import policy from "../../../policies/iam/no-deprecated-condition-keys";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "its successor",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
        }),
      ),
    },
  ],
  fail: [
    {
      name: "the owner of a source",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app/*", {
          Condition: { StringEquals: { "AWS:SourceOwner": "111122223333" } },
        }),
      ),
      findings: [
        {
          id: "deprecated",
          at: "policy.Statement[0].Condition.StringEquals.AWS:SourceOwner",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "AWS:SourceOwner",
            operator: "StringEquals",
            value: "aws:SourceAccount",
            line: '"StringEquals": { "aws:SourceAccount": "111122223333" }',
          },
        },
      ],
      controls: ["iam.condition.deprecated-key"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
