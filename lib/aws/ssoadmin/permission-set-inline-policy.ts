import { type ssoadmin } from "@pulumi/aws";
import { documentOf } from "../policy-document";
import { resourceView } from "../view";

/** The inline policy of a permission set. */
export const PermissionSetInlinePolicy = resourceView<ssoadmin.PermissionSetInlinePolicyArgs>()(
  ["aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy"],
  (read) => ({
    permissionSetArn: read.text("permissionSetArn"),
    document: documentOf(read.value("inlinePolicy")),
  }),
);
