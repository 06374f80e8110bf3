import policy from "../../../policies/iam/no-allow-not-resource";
import { deny, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "denied", given: managed({ Effect: "Deny", Action: "s3:*", NotResource: "arn:aws:s3:::app/*" }) },
    { name: "listed", given: managed(deny("s3:*")) },
  ],
  fail: [
    {
      name: "allowed",
      given: managed({ Effect: "Allow", Action: "s3:GetObject", NotResource: "arn:aws:s3:::secrets/*", Sid: "Rest" }),
      findings: [
        {
          id: "allBut",
          at: "policy.Statement[0].NotResource",
          data: { document: "policy `deploy`", statement: "Rest" },
        },
      ],
      controls: ["iam.policy.not-resource"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
