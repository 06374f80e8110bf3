import { type organizations } from "@pulumi/aws";
import { resourceView } from "../view";

/** That a policy of AWS Organizations binds an account, a unit or the whole organization. */
export const OrganizationPolicyAttachment = resourceView<organizations.PolicyAttachmentArgs>()(
  ["aws:organizations/policyAttachment:PolicyAttachment"],
  (read) => ({ policyId: read.text("policyId"), targetId: read.text("targetId") }),
);
