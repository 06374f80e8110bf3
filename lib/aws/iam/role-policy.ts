import { type iam } from "@pulumi/aws";
import { documentOf } from "../policy-document";
import { resourceView } from "../view";

/** An inline policy of a role. */
export const RolePolicy = resourceView<iam.RolePolicyArgs>()(["aws:iam/rolePolicy:RolePolicy"], (read) => ({
  policyName: read.text("name"),
  role: read.text("role"),
  document: documentOf(read.value("policy")),
}));
