import { type lambda } from "@pulumi/aws";
import { couldAllow } from "../../access/ask";
import { type Claim, claim } from "../../core/claim";
import { type Stack } from "../../core/resource";
import { any } from "../../core/truth";
import { principalAt } from "../iam/principals";
import { Role } from "../iam/role";
import { referenceOf } from "../references";
import { resourceView } from "../view";

/** A Lambda function as one that writes logs. */
export const LoggingFunction = resourceView<lambda.FunctionArgs>()(["aws:lambda/function:Function"], (read) => ({
  role: read.text("role"),
}));

export type LoggingFunctionView = ReturnType<typeof LoggingFunction.view>;

/** What a function needs to write to a log group and stream that exist. */
const writes = "logs:PutLogEvents";

/**
 * Whether the role of a function lets it write logs. `yes` too where the role or one of its policies is outside the
 * stack: that is not known to be missing.
 */
export function mayWriteLogs(stack: Stack, { resource, role }: LoggingFunctionView): Claim {
  const reference = referenceOf(stack, resource, role, Role.types);
  if (reference.kind === "unknown") return claim("unknown", role.place);
  const principal = reference.kind === "resource" ? principalAt(stack, reference.resource) : undefined;
  if (!principal || principal.complete === "no") return claim("yes", role.place);
  const allowed = couldAllow({ identity: principal.documents }, writes).truth;
  const open = principal.complete === "unknown" ? "unknown" : "no";
  return claim(any([allowed, open]), role.place);
}
