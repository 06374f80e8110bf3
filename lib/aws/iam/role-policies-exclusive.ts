import { type iam } from "@pulumi/aws";
import { resourceView } from "../view";

/** The names of all inline policies that a role may have: others are removed. */
export const RolePoliciesExclusive = resourceView<iam.RolePoliciesExclusiveArgs>()(
  ["aws:iam/rolePoliciesExclusive:RolePoliciesExclusive"],
  (read) => ({
    role: read.text("roleName"),
    policyNames: read.texts("policyNames"),
  }),
);
