import { looksShared } from "../../lib/aws/iam/user-names";
import { User } from "../../lib/aws/iam/user";
import { definePolicy } from "../../lib/core/policy";
import { valueOf } from "../../lib/core/read";

export default definePolicy({
  id: "iam-no-shared-users",
  on: User,
  severity: "low",
  preset: "recommended",
  summary: "A user should be one person or one program",
  why: "What several people do as one user nobody has done: the records name only the user, and the password is known to all who ever had it.",
  fix: "Declare a user for each person, and put them into a group of this name.",
  practice: 2,
  nist: ["AC-2", "IA-2"],
  messages: { shared: "user `{user}` has a name that several people seem to share" },
  *check(user, { violation }) {
    if (looksShared(valueOf(user.userName) ?? user.name))
      yield violation(user.userName.place, "shared", { user: user.name });
  },
});
