import { someRoleCarries } from "../../lib/aws/iam/attached-policies";
import { wholeStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-audit-role",
  on: wholeStack,
  severity: "low",
  preset: "opt-in",
  summary: "A baseline stack must declare a role for security audits",
  why: "Without a role that reads configuration and nothing else, auditors are given more than they need.",
  fix: "Attach the AWS managed policy `SecurityAudit` to a role that the auditors may take on.",
  practice: 10,
  covers: ["iam.attach.security-audit-role"],
  nist: ["AC-6", "AU-6"],
  messages: { noRole: "the baseline declares no role with the AWS managed policy `SecurityAudit`" },
  *check(stack, { settings, must }) {
    if (settings.baseline) yield* must(someRoleCarries(stack, "SecurityAudit"), "noRole");
  },
});
