import { ManagedPolicy } from "../../../lib/aws/iam/policy";
import { UserPolicy } from "../../../lib/aws/iam/user-policy";
import policy from "../../../policies/iam/no-inline-user-policies";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const document = JSON.stringify({ Version: "2012-10-17", Statement: [] });

export default policyTest(policy, {
  pass: [{ name: "a managed policy", given: declare(ManagedPolicy, "read", { policy: document }) }],
  fail: [
    {
      name: "an inline policy",
      given: declare(UserPolicy, "read", { user: "ada", policy: document }),
      findings: [{ id: "inline", at: "", data: { policy: "read", user: "ada" } }],
      controls: ["iam.inline.none", "iam.user.inline-policy"],
    },
    {
      name: "an inline policy that is not known yet",
      given: declare(UserPolicy, "read", { user: unknown(), policy: unknown() }),
      findings: [{ id: "inline", at: "", data: { policy: "read", user: "(unknown)" } }],
      only: "preview",
    },
  ],
  unknown: "An inline policy is one whatever it says.",
});
