import { type lambda } from "@pulumi/aws";
import { withoutEmpty } from "../../core/read";
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
}));

export type LambdaPermissionView = ReturnType<typeof LambdaPermission.view>;
