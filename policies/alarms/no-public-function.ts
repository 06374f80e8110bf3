import { LambdaPermission } from "../../lib/aws/lambda/permission";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-no-public-function",
  on: LambdaPermission,
  severity: "critical",
  preset: "recommended",
  summary: "Permissions must not let everybody invoke a function",
  why: "Whoever may invoke a function acts with its role, and runs up its bill.",
  fix: "Name a service, an account or a role as `principal`, or set `principalOrgId`.",
  practice: 14,
  covers: ["lambda.permission.public"],
  nist: ["AC-3"],
  messages: { open: "permission `{permission}` lets everybody invoke the function" },
  *check({ name, isLimited }, { must }) {
    yield* must(isLimited, "open", { permission: name });
  },
});
