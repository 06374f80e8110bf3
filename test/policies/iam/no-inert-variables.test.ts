import policy from "../../../policies/iam/no-inert-variables";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "the current version", given: managed(allow("s3:GetObject", "arn:aws:s3:::home/${aws:username}/*")) },
    {
      name: "an old document without variables",
      given: managedWith(
        JSON.stringify({ Version: "2008-10-17", Statement: [allow("s3:GetObject", "arn:aws:s3:::home/*")] }),
      ),
    },
  ],
  fail: [
    {
      name: "no version",
      given: managedWith(JSON.stringify({ Statement: [allow("s3:GetObject", "arn:aws:s3:::home/${aws:username}/*")] })),
      findings: [
        {
          id: "inert",
          at: "policy.Statement[0].Resource",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            value: "arn:aws:s3:::home/${aws:username}/*",
            meant: "",
          },
        },
      ],
      controls: ["iam.grammar.version", "iam.condition.variable-syntax"],
    },
    {
      name: "the version of 2008, and a variable in a condition",
      given: managedWith(
        JSON.stringify({
          Version: "2008-10-17",
          Statement: [
            allow("s3:ListBucket", "arn:aws:s3:::home", {
              Condition: { StringLike: { "s3:prefix": "${aws:username}/*" } },
            }),
          ],
        }),
      ),
      findings: [{ id: "inert", at: "policy.Statement[0].Condition.StringLike.s3:prefix" }],
      controls: ["iam.grammar.version"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
