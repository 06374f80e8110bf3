import { type ssoadmin } from "@pulumi/aws";
import { resourceView } from "../view";

/** The permissions boundary of a permission set. */
export const PermissionsBoundaryAttachment = resourceView<ssoadmin.PermissionsBoundaryAttachmentArgs>()(
  ["aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment"],
  (read) => ({
    permissionSetArn: read.text("permissionSetArn"),
    boundary: read.object("permissionsBoundary"),
  }),
);
