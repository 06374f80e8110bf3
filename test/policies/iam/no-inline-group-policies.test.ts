import { ManagedPolicy } from "../../../lib/aws/iam/policy";
import { GroupPolicy } from "../../../lib/aws/iam/group-policy";
import policy from "../../../policies/iam/no-inline-group-policies";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const document = JSON.stringify({ Version: "2012-10-17", Statement: [] });

export default policyTest(policy, {
  pass: [{ name: "a managed policy", given: declare(ManagedPolicy, "read", { policy: document }) }],
  fail: [
    {
      name: "an inline policy",
      given: declare(GroupPolicy, "read", { group: "ada", policy: document }),
      findings: [{ id: "inline", at: "", data: { policy: "read", group: "ada" } }],
      controls: ["iam.inline.group"],
    },
    {
      name: "an inline policy that is not known yet",
      given: declare(GroupPolicy, "read", { group: unknown(), policy: unknown() }),
      findings: [{ id: "inline", at: "", data: { policy: "read", group: "(unknown)" } }],
      only: "preview",
    },
  ],
  unknown: "An inline policy is one whatever it says.",
});
