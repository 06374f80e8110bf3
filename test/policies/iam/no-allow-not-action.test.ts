import policy from "../../../policies/iam/no-allow-not-action";
import { deny, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "denied", given: managed({ Effect: "Deny", NotAction: "sts:*", Resource: "*" }) },
    { name: "listed", given: managed(deny("s3:*")) },
  ],
  fail: [
    {
      name: "allowed",
      given: managed({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }),
      findings: [
        {
          id: "allBut",
          at: "policy.Statement[0].NotAction",
          data: { document: "policy `deploy`", statement: "Statement[0]" },
        },
      ],
      controls: ["iam.policy.not-action"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
