import { MisplacedGroups } from "../../lib/aws/iam/misplaced-groups";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-groups-as-users",
  on: MisplacedGroups,
  severity: "high",
  preset: "recommended",
  summary: "A group must not stand where a user is meant",
  why: "Groups are not nested and have no credentials: AWS looks for a user of that name, and the deployment fails.",
  fix: "Name the users themselves; give a group its permissions with `aws.iam.GroupPolicyAttachment`.",
  practice: 8,
  messages: { group: "`{by}` names group `{group}` where a user must stand" },
  *check({ group, by, place, isGroup }, { violation, undetermined }) {
    yield isGroup === "yes" ? violation(place, "group", { group, by }) : undetermined(place, "group");
  },
});
