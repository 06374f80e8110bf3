import { type iam } from "@pulumi/aws";
import { mapRead, withDefault } from "../../core/read";
import { resourceView } from "../view";

/** The password policy of an account's IAM users. What it leaves out, AWS sets to the weakest value. */
export const AccountPasswordPolicy = resourceView<iam.AccountPasswordPolicyArgs>()(
  ["aws:iam/accountPasswordPolicy:AccountPasswordPolicy"],
  (read) => ({
    allowUsersToChangePassword: withDefault(read.boolean("allowUsersToChangePassword"), true),
    hardExpiry: withDefault(read.boolean("hardExpiry"), false),
    /** Days; AWS takes both 0 and absent as "never expires": `Infinity`. */
    maxPasswordAge: mapRead(withDefault(read.number("maxPasswordAge"), 0), (days) => (days === 0 ? Infinity : days)),
    minimumPasswordLength: withDefault(read.number("minimumPasswordLength"), 6),
    passwordReusePrevention: withDefault(read.number("passwordReusePrevention"), 0),
    requireLowercaseCharacters: withDefault(read.boolean("requireLowercaseCharacters"), false),
    requireNumbers: withDefault(read.boolean("requireNumbers"), false),
    requireSymbols: withDefault(read.boolean("requireSymbols"), false),
    requireUppercaseCharacters: withDefault(read.boolean("requireUppercaseCharacters"), false),
  }),
);
