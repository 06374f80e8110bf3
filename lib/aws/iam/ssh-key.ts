import { type iam } from "@pulumi/aws";
import { withDefault } from "../../core/read";
import { resourceView } from "../view";

/** A public SSH key of a user, for CodeCommit. */
export const SshKey = resourceView<iam.SshKeyArgs>()(["aws:iam/sshKey:SshKey"], (read) => ({
  user: read.text("username"),
  status: withDefault(read.text("status"), "Active"),
}));
