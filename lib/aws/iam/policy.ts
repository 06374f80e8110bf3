import { type iam } from "@pulumi/aws";
import { withDefault } from "../../core/read";
import { documentOf } from "../policy-document";
import { resourceView } from "../view";

/** A customer managed policy. */
export const ManagedPolicy = resourceView<iam.PolicyArgs>()(["aws:iam/policy:Policy"], (read) => ({
  policyName: read.text("name"),
  path: withDefault(read.text("path"), "/"),
  document: documentOf(read.value("policy")),
}));
