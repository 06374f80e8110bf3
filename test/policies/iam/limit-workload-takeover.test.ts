import policy from "../../../policies/iam/limit-workload-takeover";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "one function",
      given: managed(allow("lambda:UpdateFunctionCode", "arn:aws:lambda:us-east-1:111122223333:function:app")),
    },
    {
      name: "a new workload under any role, which is another policy",
      given: managed(allow(["iam:PassRole", "ec2:RunInstances"])),
    },
  ],
  fail: [
    {
      name: "any function",
      given: managed(allow("lambda:UpdateFunctionCode")),
      findings: [
        {
          id: "workloads",
          at: "policy",
          data: { holder: "policy `deploy`", paths: "`lambda:UpdateFunctionCode`", documents: "policy `deploy`" },
        },
      ],
    },
    {
      name: "the role of any stack",
      given: managed(allow(["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"])),
      findings: [{ id: "workloads", at: "policy" }],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
