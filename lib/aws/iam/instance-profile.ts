import { type iam } from "@pulumi/aws";
import { resourceView } from "../view";

/** The container by which an EC2 instance gets a role. */
export const InstanceProfile = resourceView<iam.InstanceProfileArgs>()(
  ["aws:iam/instanceProfile:InstanceProfile"],
  (read) => ({
    profileName: read.text("name"),
    role: read.text("role"),
  }),
);
