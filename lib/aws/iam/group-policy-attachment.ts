import { type iam } from "@pulumi/aws";
import { resourceView } from "../view";

/** One managed policy attached to one group. */
export const GroupPolicyAttachment = resourceView<iam.GroupPolicyAttachmentArgs>()(
  ["aws:iam/groupPolicyAttachment:GroupPolicyAttachment"],
  (read) => ({
    group: read.text("group"),
    policyArn: read.text("policyArn"),
  }),
);
