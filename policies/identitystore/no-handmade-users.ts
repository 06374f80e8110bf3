import { IdentityStoreUser } from "../../lib/aws/identitystore/user";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "identitystore-no-handmade-users",
  on: IdentityStoreUser,
  severity: "low",
  preset: "strict",
  summary: "Users of IAM Identity Center should come from the directory",
  why: "A user made by hand does not leave when the person leaves the directory.",
  fix: "Remove the user, and let SCIM provisioning bring it from the identity provider.",
  practice: 2,
  covers: ["iam.user.identity-store-user"],
  nist: ["AC-2"],
  messages: { handmade: "user `{user}` of the identity store is made by hand" },
  *check(user, { violation }) {
    yield violation(user.place, "handmade", { user: user.name });
  },
});
