import { Trail } from "../../lib/aws/cloudtrail/trail";
import { LogGroup } from "../../lib/aws/logs/log-group";
import { referenceOf } from "../../lib/aws/references";
import { inStack } from "../../lib/aws/view";
import { isGiven } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-encrypted-log-group",
  on: inStack(Trail),
  severity: "high",
  preset: "recommended",
  summary: "The log group of a trail must be encrypted with a KMS key of your own",
  why: "The group holds the same events as the encrypted bucket. Whoever may read log groups reads them all there, without the key.",
  fix: "Set `kmsKeyId` of the log group to the ARN of an `aws.kms.Key` whose policy lets CloudWatch Logs use it.",
  practice: 15,
  covers: ["logs.kms"],
  nist: ["AU-9", "SC-28"],
  messages: { noKey: "log group `{group}`, to which trail `{trail}` delivers, has no KMS key" },
  *check({ stack, subject: trail }, { must, undetermined }) {
    const reference = referenceOf(stack, trail.resource, trail.cloudWatchLogsGroupArn, LogGroup.types);
    if (reference.kind === "unknown") yield undetermined(reference.place, "noKey");
    if (reference.kind !== "resource") return;
    const group = LogGroup.view(reference.resource);
    yield* must(isGiven(group.kmsKeyId), "noKey", { group: group.name, trail: trail.name });
  },
});
