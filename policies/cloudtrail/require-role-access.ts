import { Trail } from "../../lib/aws/cloudtrail/trail";
import { trustVerdict, writeVerdict } from "../../lib/aws/delivery/trail-role";
import { Role } from "../../lib/aws/iam/role";
import { referenceOf } from "../../lib/aws/references";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-role-access",
  on: inStack(Trail),
  severity: "high",
  preset: "recommended",
  summary: "The role of a trail must let CloudTrail write to the trail's log group",
  why: "Without it CloudTrail refuses to make the trail. If the role changes later, events no longer reach the log group, and every alarm on it falls silent.",
  fix: "Let CloudTrail assume the role, and the role call `logs:CreateLogStream` and `logs:PutLogEvents` on the log group's streams.",
  practice: 15,
  nist: ["AU-5", "AU-6"],
  messages: {
    refused: {
      what: "trail `{trail}` cannot use role `{role}`: CloudTrail may not assume it, since {why}",
      fix: "Add to the role's `assumeRolePolicy`: `{statement}`.",
    },
    denied: {
      what: "trail `{trail}` cannot use role `{role}`: CloudTrail may not assume it, since statement `{statement}` denies it",
      fix: "Take `cloudtrail.amazonaws.com` out of what statement `{statement}` denies.",
    },
    cannotWrite: {
      what: "role `{role}` may not call {actions} on the streams of the log group of trail `{trail}`: {why}",
      fix: "Give the role a policy with: `{statement}`.",
    },
  },
  *check({ stack, subject: trail }, { must, undetermined }) {
    const reference = referenceOf(stack, trail.resource, trail.cloudWatchLogsRoleArn, Role.types);
    if (reference.kind === "unknown") yield undetermined(reference.place, "refused");
    if (reference.kind !== "resource") return;
    const role = Role.view(reference.resource);
    const names = { role: role.name, trail: trail.name };
    const { claim: trusts, id, ...trust } = trustVerdict(stack, trail, role);
    yield* must(trusts, id, { ...names, ...trust });
    const { claim: writes, ...permissions } = writeVerdict(stack, trail, role);
    yield* must(writes, "cannotWrite", { ...names, ...permissions });
  },
});
