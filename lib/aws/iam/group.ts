import { type iam } from "@pulumi/aws";
import { withDefault } from "../../core/read";
import { resourceView } from "../view";

/** An IAM group. */
export const Group = resourceView<iam.GroupArgs>()(["aws:iam/group:Group"], (read) => ({
  groupName: read.text("name"),
  path: withDefault(read.text("path"), "/"),
}));
