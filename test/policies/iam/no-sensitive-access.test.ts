import policy from "../../../policies/iam/no-sensitive-access";
import { allow, deny, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

const config = { access: [{ action: "s3:GetObject", resource: "arn:aws:s3:::customers/*" }] };

export default policyTest(policy, {
  pass: [
    { name: "nothing is called sensitive", given: managed(allow("s3:*")) },
    { name: "another bucket", config, given: managed(allow("s3:GetObject", "arn:aws:s3:::app/*")) },
    { name: "another action", config, given: managed(allow("s3:PutObject", "arn:aws:s3:::customers/*")) },
    {
      name: "everything but the bucket",
      config,
      given: managed(allow("s3:*"), deny("s3:*", ["arn:aws:s3:::customers", "arn:aws:s3:::customers/*"])),
    },
  ],
  fail: [
    {
      name: "by a wildcard",
      config,
      given: managed(allow("s3:Get*", "arn:aws:s3:::*/*", { Sid: "Read" })),
      findings: [
        {
          id: "sensitive",
          at: "policy.Statement[0]",
          data: {
            statement: "Read",
            document: "policy `deploy`",
            action: "s3:GetObject",
            resource: "arn:aws:s3:::customers/*",
          },
        },
      ],
      controls: ["iam.policy.sensitive-access"],
    },
    {
      name: "one object, whatever the resource",
      config: { access: [{ action: "s3:GetObject" }] },
      given: managed(allow("s3:GetObject", "arn:aws:s3:::app/one")),
      findings: [{ id: "sensitive", at: "policy.Statement[0]" }],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", config, given: managedWith(unknown()), at: "policy" }],
});
