import { type lambda } from "@pulumi/aws";
import { type Claim, equals, every, isGiven, negate, some, whether } from "../../core/claim";
import { withoutEmpty } from "../../core/read";
import { type Reader } from "../reader";
import { resourceView } from "../view";

/** One statement of a function's policy. */
export const LambdaPermission = resourceView<lambda.PermissionArgs>()(["aws:lambda/permission:Permission"], (read) => ({
  action: read.text("action"),
  /** The name or the ARN of the function. */
  function: read.text("function"),
  /** A service, an account, an ARN, or `*`. */
  principal: read.text("principal"),
  principalOrgId: withoutEmpty(read.text("principalOrgId")),
  /** The version or the alias that it is about. Absent: the function without either. */
  qualifier: withoutEmpty(read.text("qualifier")),
  sourceArn: withoutEmpty(read.text("sourceArn")),
  sourceAccount: withoutEmpty(read.text("sourceAccount")),
  eventSourceToken: withoutEmpty(read.text("eventSourceToken")),
  functionUrlAuthType: withoutEmpty(read.text("functionUrlAuthType")),
  isLimited: isLimited(read),
  namesSource: namesSource(read),
}));

export type LambdaPermissionView = ReturnType<typeof LambdaPermission.view>;

/** Whether it is for somebody in particular, or for what one source or organization sends. */
function isLimited(read: Reader<lambda.PermissionArgs>): Claim {
  const limits = [read.text("sourceArn"), read.text("sourceAccount"), read.text("principalOrgId")].map(withoutEmpty);
  return some(negate(equals(read.text("principal"), "*")), ...limits.map(isGiven));
}

/** Whether a permission for a service says for which source; `yes` for any other principal. */
function namesSource(read: Reader<lambda.PermissionArgs>): Claim {
  const isService = whether(read.text("principal"), (principal) => principal.endsWith(".amazonaws.com"), "no");
  const sources = [read.text("sourceArn"), read.text("sourceAccount")].map(withoutEmpty);
  return negate(every(isService, ...sources.map((source) => negate(isGiven(source)))));
}
