import { type iam } from "@pulumi/aws";
import { resourceView } from "../view";

/** All managed policies of a role: these are attached, others detached. */
export const RolePolicyAttachmentsExclusive = resourceView<iam.RolePolicyAttachmentsExclusiveArgs>()(
  ["aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive"],
  (read) => ({
    role: read.text("roleName"),
    policyArns: read.texts("policyArns"),
  }),
);
