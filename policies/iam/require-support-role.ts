import { someRoleCarries } from "../../lib/aws/iam/attached-policies";
import { wholeStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-support-role",
  on: wholeStack,
  severity: "low",
  preset: "recommended",
  summary: "A baseline stack must declare a role that may work with AWS Support",
  why: "In an incident somebody must be able to open a case, and should not need the root user or an administrator for it.",
  fix: "Attach the AWS managed policy `AWSSupportAccess` to a role that the people on call may take on.",
  practice: 10,
  covers: ["iam.attach.support-role"],
  nist: ["IR-7", "AC-6"],
  messages: { noRole: "the baseline declares no role with the AWS managed policy `AWSSupportAccess`" },
  *check(stack, { settings, must }) {
    if (settings.baseline) yield* must(someRoleCarries(stack, "AWSSupportAccess"), "noRole");
  },
});
