import { type ssoadmin } from "@pulumi/aws";
import { resourceView } from "../view";

/** All AWS managed policies of a permission set. */
export const ManagedPolicyAttachmentsExclusive = resourceView<ssoadmin.ManagedPolicyAttachmentsExclusiveArgs>()(
  ["aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive"],
  (read) => ({
    permissionSetArn: read.text("permissionSetArn"),
    managedPolicyArns: read.texts("managedPolicyArns"),
  }),
);
