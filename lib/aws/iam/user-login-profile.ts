import { type iam } from "@pulumi/aws";
import { withDefault } from "../../core/read";
import { resourceView } from "../view";

/** The console password of a user. AWS makes it up at the profile's creation. */
export const UserLoginProfile = resourceView<iam.UserLoginProfileArgs>()(
  ["aws:iam/userLoginProfile:UserLoginProfile"],
  (read) => ({
    user: read.text("user"),
    pgpKey: read.text("pgpKey"),
    /** Characters; 20 unless set otherwise. */
    passwordLength: withDefault(read.number("passwordLength"), 20),
    /** Whether the user must choose a password of its own at the first sign-in; false unless set. */
    passwordResetRequired: withDefault(read.boolean("passwordResetRequired"), false),
  }),
);
