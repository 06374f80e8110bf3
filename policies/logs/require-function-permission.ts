import { LoggingFunction, mayWriteLogs } from "../../lib/aws/logs/logging-function";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "logs-require-function-permission",
  on: inStack(LoggingFunction),
  severity: "medium",
  preset: "recommended",
  summary: "Lambda functions must be allowed to write logs",
  why: "A function whose role may not write logs runs all the same: what it did, and why it failed, is told nowhere.",
  fix: "Attach the AWS managed policy `AWSLambdaBasicExecutionRole` to the role, or allow it `logs:CreateLogStream` and `logs:PutLogEvents`.",
  practice: 13,
  covers: ["iam.workload.lambda-logs-permission"],
  nist: ["AU-12"],
  messages: { silent: "function `{function}` has a role that may not write logs" },
  *check({ stack, subject }, { must }) {
    yield* must(mayWriteLogs(stack, subject), "silent", { function: subject.name });
  },
});
