import * as z from "zod";
import { ServerCertificate } from "../../lib/aws/iam/server-certificate";
import { daysSince } from "../../lib/aws/time";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-expired-certificates",
  on: ServerCertificate,
  severity: "high",
  preset: "recommended",
  summary: "Server certificates must not be expired or about to expire",
  why: "A load balancer with an expired certificate shows an error to everybody; an expired one that lies about gets used by mistake.",
  fix: "Replace the certificate; AWS Certificate Manager renews its own by itself.",
  practice: 5,
  covers: ["iam.server-certificate.expired"],
  nist: ["SC-12"],
  config: z.strictObject({
    minimumDays: z.int().min(0).default(14).describe("How many days a certificate must still be good for."),
  }),
  messages: {
    expired: "server certificate `{certificate}` expired {days} days ago",
    expiring: "server certificate `{certificate}` expires in {days} days, sooner than {minimum}",
  },
  *check({ name, expires }, { config, now, violation, undetermined }) {
    if (expires.kind === "absent") return;
    const since = expires.kind === "known" ? daysSince(expires.value, now) : undefined;
    if (since === undefined) yield undetermined(expires.place, "expired");
    else if (since >= 0) yield violation(expires.place, "expired", { certificate: name, days: since });
    else if (-since < config.minimumDays)
      yield violation(expires.place, "expiring", { certificate: name, days: -since, minimum: config.minimumDays });
  },
});
