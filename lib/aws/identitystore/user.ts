import { type identitystore } from "@pulumi/aws";
import { resourceView } from "../view";

/** A user in the store of IAM Identity Center. */
export const IdentityStoreUser = resourceView<identitystore.UserArgs>()(["aws:identitystore/user:User"], (read) => ({
  userName: read.text("userName"),
}));
