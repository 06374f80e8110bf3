import { type iam } from "@pulumi/aws";
import { resourceView } from "../view";

/** One managed policy attached to one user. */
export const UserPolicyAttachment = resourceView<iam.UserPolicyAttachmentArgs>()(
  ["aws:iam/userPolicyAttachment:UserPolicyAttachment"],
  (read) => ({
    user: read.text("user"),
    policyArn: read.text("policyArn"),
  }),
);
