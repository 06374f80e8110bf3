import { type iam } from "@pulumi/aws";
import { documentOf } from "../policy-document";
import { resourceView } from "../view";

/** An inline policy of a group. */
export const GroupPolicy = resourceView<iam.GroupPolicyArgs>()(["aws:iam/groupPolicy:GroupPolicy"], (read) => ({
  policyName: read.text("name"),
  group: read.text("group"),
  document: documentOf(read.value("policy")),
}));
