import { MembershipConflicts } from "../../lib/aws/iam/membership-conflicts";
import { claim, negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-membership-conflicts",
  on: MembershipConflicts,
  severity: "high",
  preset: "recommended",
  summary: "The members of a group must be managed in one place only",
  why: "`GroupMembership` removes every member it does not list, so a user added elsewhere loses and regains the group with every deployment.",
  fix: "Use `aws.iam.UserGroupMembership` for every user, which leaves other members alone.",
  practice: 8,
  nist: ["AC-2", "CM-2"],
  messages: { removed: "`{list}` lists all members of group `{group}` and removes the one that `{addition}` adds" },
  *check({ list, group, addition, place, isRemoved }, { must }) {
    yield* must(negate(claim(isRemoved, place)), "removed", { list, group, addition });
  },
});
