import { type ssoadmin } from "@pulumi/aws";
import { type Read } from "../../core/read";
import { resourceView } from "../view";

/** The permissions boundary of a permission set. */
export const PermissionsBoundaryAttachment = resourceView<ssoadmin.PermissionsBoundaryAttachmentArgs>()(
  ["aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment"],
  (read) => {
    const boundary = read.object("permissionsBoundary");
    return {
      permissionSetArn: read.text("permissionSetArn"),
      /** The ARN of an AWS managed policy, or the name of a customer managed one. */
      policy: boundary.kind === "known" ? nameOrArn(boundary.value) : boundary,
    };
  },
);

function nameOrArn(boundary: {
  text(name: "managedPolicyArn"): Read<string>;
  object(name: "customerManagedPolicyReference"): Read<{ text(name: "name"): Read<string> }>;
}): Read<string> {
  const arn = boundary.text("managedPolicyArn");
  if (arn.kind !== "absent") return arn;
  const reference = boundary.object("customerManagedPolicyReference");
  return reference.kind === "known" ? reference.value.text("name") : reference;
}
