import { type ssoadmin } from "@pulumi/aws";
import { withDefault } from "../../core/read";
import { resourceView } from "../view";

/** A permission set of IAM Identity Center: a role in every account that it is assigned in. */
export const PermissionSet = resourceView<ssoadmin.PermissionSetArgs>()(
  ["aws:ssoadmin/permissionSet:PermissionSet"],
  (read) => ({
    permissionSetName: read.text("name"),
    instanceArn: read.text("instanceArn"),
    /** ISO 8601; an hour unless set. */
    sessionDuration: withDefault(read.text("sessionDuration"), "PT1H"),
  }),
);
