import { type iam } from "@pulumi/aws";
import { withDefault } from "../../core/read";
import { resourceView } from "../view";

/** An IAM user. Defaults as of @pulumi/aws 7.48. */
export const User = resourceView<iam.UserState>()(["aws:iam/user:User"], (read) => ({
  userName: read.text("name"),
  path: withDefault(read.text("path"), "/"),
  permissionsBoundary: read.text("permissionsBoundary"),
  forceDestroy: withDefault(read.boolean("forceDestroy"), false),
  tags: read.textMap("tags"),
  /** With the provider's default tags; absent where the provider has not filled it in. */
  tagsAll: read.textMap("tagsAll"),
}));
