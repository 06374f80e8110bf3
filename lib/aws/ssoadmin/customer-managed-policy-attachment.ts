import { type ssoadmin } from "@pulumi/aws";
import { absent } from "../../core/read";
import { resourceView } from "../view";

/** A customer managed policy, by its name in each account, attached to a permission set. */
export const CustomerManagedPolicyAttachment = resourceView<ssoadmin.CustomerManagedPolicyAttachmentArgs>()(
  ["aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment"],
  (read) => {
    const reference = read.object("customerManagedPolicyReference");
    return {
      permissionSetArn: read.text("permissionSetArn"),
      policyName: reference.kind === "known" ? reference.value.text("name") : reference,
      path: reference.kind === "known" ? reference.value.text("path") : absent(reference.place),
    };
  },
);
