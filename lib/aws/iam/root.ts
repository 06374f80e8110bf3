import { type Claim, whether } from "../../core/claim";
import { type Read } from "../../core/read";

/** Whether a user's name is one by which programs mean the root user. IAM itself knows it by none. */
export function isRootUser(user: Read<string>): Claim {
  return whether(user, (name) => /^(?:<root_account>|root|arn:[^:]+:iam::\d{12}:root)$/i.test(name), "no");
}
