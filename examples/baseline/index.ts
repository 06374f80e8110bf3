import * as pulumi from "@pulumi/pulumi";
import { type Contact, SecurityBaseline } from "./security-baseline";

const config = new pulumi.Config();
const organizationId = config.get("organizationId");

const baseline = new SecurityBaseline("security-baseline", {
  emails: config.getObject<string[]>("emails") ?? ["security-team@example.org"],
  contact: config.getObject<Contact>("contact") ?? {
    name: "Security Team",
    title: "Security",
    emailAddress: "security-team@example.org",
    phoneNumber: "+1 202 555 0100",
  },
  ...(organizationId === undefined ? {} : { organizationId }),
});

export const trailArn = baseline.trail.arn;
export const alarmTopicArn = baseline.alarmTopic.arn;
