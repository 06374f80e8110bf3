import { type iam } from "@pulumi/aws";
import { resourceView } from "../view";

/** All managed policies of a group: these are attached, others detached. */
export const GroupPolicyAttachmentsExclusive = resourceView<iam.GroupPolicyAttachmentsExclusiveArgs>()(
  ["aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive"],
  (read) => ({
    group: read.text("groupName"),
    policyArns: read.texts("policyArns"),
  }),
);
