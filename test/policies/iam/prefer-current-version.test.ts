import policy from "../../../policies/iam/prefer-current-version";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "the current version", given: managed(allow("s3:GetObject")) },
    {
      name: "a version that does not exist: another policy tells",
      given: managedWith(JSON.stringify({ Version: "2012-10-18", Statement: [allow("s3:GetObject")] })),
    },
    {
      name: "a device policy",
      given: declareType("aws:iot/policy:Policy", "device", {
        policy: JSON.stringify({ Statement: [allow("iot:Connect")] }),
      }),
    },
  ],
  fail: [
    {
      name: "no version",
      given: managedWith(JSON.stringify({ Statement: [allow("s3:GetObject")] })),
      findings: [{ id: "missing", at: "policy", data: { document: "policy `deploy`" } }],
      controls: ["iam.grammar.version"],
    },
    {
      name: "the version of 2008",
      given: managedWith(JSON.stringify({ Version: "2008-10-17", Statement: [allow("s3:GetObject")] })),
      findings: [{ id: "old", at: "policy.Version", data: { document: "policy `deploy`" } }],
      controls: ["iam.grammar.version"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
