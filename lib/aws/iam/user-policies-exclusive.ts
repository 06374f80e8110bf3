import { type iam } from "@pulumi/aws";
import { resourceView } from "../view";

/** The names of all inline policies that a user may have: others are removed. */
export const UserPoliciesExclusive = resourceView<iam.UserPoliciesExclusiveArgs>()(
  ["aws:iam/userPoliciesExclusive:UserPoliciesExclusive"],
  (read) => ({
    user: read.text("userName"),
    policyNames: read.texts("policyNames"),
  }),
);
