import * as pulumi from "@pulumi/pulumi";
import { SecurityBaseline } from "./security-baseline";

const config = new pulumi.Config();
const organizationId = config.get("organizationId");

const baseline = new SecurityBaseline("security-baseline", {
  emails: config.getObject<string[]>("emails") ?? ["security-team@example.org"],
  ...(organizationId === undefined ? {} : { organizationId }),
});

export const trailArn = baseline.trail.arn;
export const alarmTopicArn = baseline.alarmTopic.arn;
