import { LambdaPermission } from "../../lib/aws/lambda/permission";
import { shown } from "../../lib/core/read";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "alarms-require-permission-source",
  on: LambdaPermission,
  severity: "medium",
  preset: "recommended",
  summary: "Permissions for AWS services must name the source they are for",
  why: "Without a source any account can have the service invoke the function for it: the service is then a confused deputy.",
  fix: "Set `sourceArn` to the ARN of the rule, topic or bucket that invokes the function.",
  practice: 12,
  covers: ["lambda.permission.source-arn"],
  nist: ["AC-4", "AC-6"],
  messages: { anySource: "permission `{permission}` lets {service} invoke the function for any account" },
  *check({ name, principal, namesSource }, { must }) {
    yield* must(namesSource, "anySource", { permission: name, service: `\`${shown(principal)}\`` });
  },
});
