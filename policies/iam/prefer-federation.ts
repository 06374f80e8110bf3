import { User } from "../../lib/aws/iam/user";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-prefer-federation",
  on: User,
  severity: "medium",
  preset: "strict",
  summary: "People and programs should get temporary credentials instead of an IAM user",
  why: "An IAM user has credentials that never end; people who leave and programs that are given up keep them.",
  fix: "Let people sign in through IAM Identity Center, and give programs a role; remove the user.",
  practice: 2,
  covers: ["iam.user.prefer-federation"],
  nist: ["AC-2", "IA-2"],
  messages: { permanent: "user `{user}` has permanent credentials of its own" },
  *check(user, { violation }) {
    yield violation(user.place, "permanent", { user: user.name });
  },
});
