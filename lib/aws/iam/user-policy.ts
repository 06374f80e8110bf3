import { type iam } from "@pulumi/aws";
import { documentOf } from "../policy-document";
import { resourceView } from "../view";

/** An inline policy of a user. */
export const UserPolicy = resourceView<iam.UserPolicyArgs>()(["aws:iam/userPolicy:UserPolicy"], (read) => ({
  policyName: read.text("name"),
  user: read.text("user"),
  document: documentOf(read.value("policy")),
}));
