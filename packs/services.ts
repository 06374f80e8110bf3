import { serviceOf } from "../lib/core/naming";
import { type PackDefinition, bySeverity } from "../lib/core/pack";

/** The recommended policies of one service, for teams that begin with one. */
function service(name: string, title: string): PackDefinition {
  return {
    name: `trailguard-${name}`,
    title: `trailguard: ${title}`,
    select: ({ id, preset }) => serviceOf(id) === name && preset === "recommended",
    level: bySeverity,
  };
}

export const iam = service("iam", "IAM");
export const cloudtrail = service("cloudtrail", "CloudTrail");
export const logs = service("logs", "CloudWatch Logs");
export const alarms = service("alarms", "alarms");
export const kms = service("kms", "KMS");
