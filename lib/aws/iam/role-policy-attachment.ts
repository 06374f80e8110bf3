import { type iam } from "@pulumi/aws";
import { resourceView } from "../view";

/** One managed policy attached to one role. */
export const RolePolicyAttachment = resourceView<iam.RolePolicyAttachmentArgs>()(
  ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"],
  (read) => ({
    role: read.text("role"),
    policyArn: read.text("policyArn"),
  }),
);
