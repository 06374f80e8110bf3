import { type ssoadmin } from "@pulumi/aws";
import { resourceView } from "../view";

/** A customer managed policy, by its name in each account, attached to a permission set. */
export const CustomerManagedPolicyAttachment = resourceView<ssoadmin.CustomerManagedPolicyAttachmentArgs>()(
  ["aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment"],
  (read) => ({
    permissionSetArn: read.text("permissionSetArn"),
    reference: read.object("customerManagedPolicyReference"),
  }),
);
