import { type ssoadmin } from "@pulumi/aws";
import { resourceView } from "../view";

/** One AWS managed policy attached to a permission set. */
export const ManagedPolicyAttachment = resourceView<ssoadmin.ManagedPolicyAttachmentArgs>()(
  ["aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment"],
  (read) => ({
    permissionSetArn: read.text("permissionSetArn"),
    managedPolicyArn: read.text("managedPolicyArn"),
  }),
);
