import policy from "../../../policies/iam/no-redundant-resources";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "a bucket and its objects", given: managed(allow("s3:*", ["arn:aws:s3:::app", "arn:aws:s3:::app/*"])) },
    {
      name: "names that differ in case",
      given: managed(allow("s3:GetObject", ["arn:aws:s3:::app/A", "arn:aws:s3:::app/a"])),
    },
    {
      name: "a star that is escaped",
      given: managed(allow("s3:GetObject", ["arn:aws:s3:::app/${*}", "arn:aws:s3:::app/a"])),
    },
  ],
  fail: [
    {
      name: "a resource beside a wildcard",
      given: managed(allow("s3:GetObject", ["arn:aws:s3:::app/*", "arn:aws:s3:::app/reports/*"])),
      findings: [
        {
          id: "covered",
          at: "policy.Statement[0].Resource[1]",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            value: "arn:aws:s3:::app/reports/*",
            meant: "arn:aws:s3:::app/*",
          },
        },
      ],
      controls: ["iam.resource.redundant"],
    },
    {
      name: "one beside everything",
      given: managed(allow("s3:GetObject", ["arn:aws:s3:::app/*", "*"])),
      findings: [{ id: "covered", at: "policy.Statement[0].Resource[0]" }],
      controls: ["iam.resource.redundant"],
    },
    {
      name: "a variable twice",
      given: managed(allow("s3:GetObject", ["arn:aws:s3:::app/${aws:username}", "arn:aws:s3:::app/${aws:username}"])),
      findings: [
        {
          id: "twice",
          at: "policy.Statement[0].Resource[1]",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            value: "arn:aws:s3:::app/${aws:username}",
            meant: "arn:aws:s3:::app/${aws:username}",
          },
        },
      ],
    },
  ],
  knownMisses: [
    {
      name: "a statement that repeats another",
      given: managed(allow("s3:GetObject", "arn:aws:s3:::app/*"), allow("s3:GetObject", "arn:aws:s3:::app/*")),
      because: "only the values of one list are compared",
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
