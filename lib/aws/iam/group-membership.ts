import { type iam } from "@pulumi/aws";
import { resourceView } from "../view";

/** All members of a group: others are removed. */
export const GroupMembership = resourceView<iam.GroupMembershipArgs>()(
  ["aws:iam/groupMembership:GroupMembership"],
  (read) => ({
    group: read.text("group"),
    users: read.texts("users"),
  }),
);
