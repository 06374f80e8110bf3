import { type iam } from "@pulumi/aws";
import { resourceView } from "../view";

/** Groups of one user, beside those that others give it. */
export const UserGroupMembership = resourceView<iam.UserGroupMembershipArgs>()(
  ["aws:iam/userGroupMembership:UserGroupMembership"],
  (read) => ({
    user: read.text("user"),
    groups: read.texts("groups"),
  }),
);
