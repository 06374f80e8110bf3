import { differentGroups, membershipsOfUser } from "../../lib/aws/iam/memberships";
import { User } from "../../lib/aws/iam/user";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

/** Groups that an IAM user can belong to (IAM quotas, not adjustable; read 2026-11). */
const hardLimit = 10;

export default definePolicy({
  id: "iam-limit-group-memberships",
  on: inStack(User),
  severity: "high",
  preset: "recommended",
  summary: "A user must not belong to more than ten groups",
  why: "AWS refuses the eleventh membership, so the deployment fails half-way.",
  fix: "Take the user out of groups, or merge groups whose members are the same.",
  practice: 8,
  nist: ["AC-2"],
  messages: {
    tooMany: {
      what: "user `{user}` is put into {count} groups, and AWS takes 10",
      fix: "Take the user out of {surplus} of the groups, or merge groups whose members are the same.",
    },
  },
  *check({ stack, subject }, { violation, undetermined }) {
    const { certain, possible } = membershipsOfUser(stack, subject.resource);
    const count = differentGroups(certain);
    const open = [...certain.filter(({ group }) => group.kind === "unknown"), ...possible];
    const most = count + open.reduce((sum, { mostGroups }) => sum + mostGroups, 0);
    if (count > hardLimit)
      yield violation(subject.place, "tooMany", { user: subject.name, count, surplus: count - hardLimit });
    else if (most > hardLimit) yield undetermined(open[0]?.place ?? subject.place, "tooMany");
  },
});
