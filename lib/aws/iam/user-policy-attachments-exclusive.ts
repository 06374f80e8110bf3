import { type iam } from "@pulumi/aws";
import { resourceView } from "../view";

/** All managed policies of a user: these are attached, others detached. */
export const UserPolicyAttachmentsExclusive = resourceView<iam.UserPolicyAttachmentsExclusiveArgs>()(
  ["aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive"],
  (read) => ({
    user: read.text("userName"),
    policyArns: read.texts("policyArns"),
  }),
);
