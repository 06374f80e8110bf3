import { type iam } from "@pulumi/aws";
import { resourceView } from "../view";

/** The names of all inline policies that a group may have: others are removed. */
export const GroupPoliciesExclusive = resourceView<iam.GroupPoliciesExclusiveArgs>()(
  ["aws:iam/groupPoliciesExclusive:GroupPoliciesExclusive"],
  (read) => ({
    group: read.text("groupName"),
    policyNames: read.texts("policyNames"),
  }),
);
