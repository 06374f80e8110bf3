import { LogGroup } from "../../../lib/aws/logs/log-group";
import policy from "../../../policies/logs/require-deletion-protection";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [{ name: "protected", given: declare(LogGroup, "main", { deletionProtectionEnabled: true }) }],
  fail: [
    {
      name: "AWS's default",
      given: declare(LogGroup, "main"),
      findings: [{ id: "unprotected", at: "deletionProtectionEnabled", data: { group: "main" } }],
    },
    {
      name: "kept by Pulumi alone",
      given: declare(LogGroup, "main", { skipDestroy: true, deletionProtectionEnabled: false }, { protect: true }),
      findings: [{ id: "unprotected", at: "deletionProtectionEnabled" }],
    },
  ],
  unknown: [
    {
      name: "a setting from another stack",
      given: declare(LogGroup, "main", { deletionProtectionEnabled: unknown() }),
      at: "deletionProtectionEnabled",
    },
  ],
});
