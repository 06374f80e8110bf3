import { type lambda } from "@pulumi/aws";
import { withDefault } from "../../core/read";
import { resourceView } from "../view";

/** A Lambda function, also in its short form. Defaults as of @pulumi/aws 7.48. */
export const LambdaFunction = resourceView<lambda.FunctionArgs>()(
  ["aws:lambda/function:Function", "aws:lambda/callbackFunction:CallbackFunction"],
  (read) => ({
    functionName: read.text("name"),
    /** -1 unless set: no reservation. 0: the function never runs. */
    reservedConcurrentExecutions: withDefault(read.number("reservedConcurrentExecutions"), -1),
    role: read.text("role"),
    /** The environment as a whole: what it names, the function uses. */
    environment: read.value("environment"),
    tags: read.textMap("tags"),
  }),
);

export type LambdaFunctionView = ReturnType<typeof LambdaFunction.view>;

/** A name for a version of a function. */
export const LambdaAlias = resourceView<lambda.AliasArgs>()(["aws:lambda/alias:Alias"], (read) => ({
  aliasName: read.text("name"),
  /** The name or the ARN of its function. */
  functionName: read.text("functionName"),
}));
