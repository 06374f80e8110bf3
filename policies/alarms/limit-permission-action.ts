import { LambdaPermission } from "../../lib/aws/lambda/permission";
import { whether } from "../../lib/core/claim";
import { shown } from "../../lib/core/read";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-limit-permission-action",
  on: LambdaPermission,
  severity: "medium",
  preset: "recommended",
  summary: "Permissions on functions must allow to invoke them and nothing else",
  why: "A permission for more than the invocation lets its principal read the function's code and settings, or change them.",
  fix: "Set `action` to `lambda:InvokeFunction`.",
  practice: 9,
  covers: ["lambda.permission.action"],
  nist: ["AC-6"],
  messages: { tooMuch: "permission `{permission}` allows `{action}`" },
  *check({ name, action }, { must }) {
    const invocations = ["lambda:invokefunction", "lambda:invokefunctionurl"];
    const isInvocation = whether(action, (written) => invocations.includes(written.toLowerCase()), "no");
    yield* must(isInvocation, "tooMuch", { permission: name, action: shown(action) });
  },
});
