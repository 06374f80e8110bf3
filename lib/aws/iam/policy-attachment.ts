import { type iam } from "@pulumi/aws";
import { resourceView } from "../view";

/** All principals of the account that a managed policy is attached to: it is detached from every other. */
export const PolicyAttachment = resourceView<iam.PolicyAttachmentArgs>()(
  ["aws:iam/policyAttachment:PolicyAttachment"],
  (read) => ({
    policyArn: read.text("policyArn"),
    users: read.texts("users"),
    groups: read.texts("groups"),
    roles: read.texts("roles"),
  }),
);
