import * as z from "zod";
import { AccessKey } from "../../lib/aws/iam/access-key";
import { daysSince } from "../../lib/aws/time";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-limit-access-key-age",
  on: inStack(AccessKey),
  severity: "high",
  preset: "recommended",
  summary: "Access keys must be replaced before they grow old",
  why: "A key that leaked unnoticed is worth something until it is replaced.",
  fix: "Declare a second key, switch its users over, and remove this one; or replace the user by a role.",
  practice: 3,
  covers: ["iam.access-key.rotation"],
  nist: ["AC-2", "IA-5"],
  config: z.strictObject({
    maximumDays: z.int().min(1).default(90).describe("Greatest acceptable age of an active access key, in days."),
  }),
  messages: {
    tooOld: "access key `{key}` is {days} days old, older than {maximum}",
    frozen: {
      what: "access key `{key}` can never be replaced: `ignoreChanges` covers {property}",
      fix: "Take {property} out of `ignoreChanges`.",
    },
  },
  *check({ subject }, { config, now, violation, undetermined }) {
    const { name, status, createDate, resource } = subject;
    if (status.kind === "known" && status.value === "Inactive") return;
    const frozen = resource.options.ignoreChanges.find((each) => each === "*" || each === "status" || each === "user");
    if (frozen !== undefined) yield violation(subject.place, "frozen", { key: name, property: `\`${frozen}\`` });
    if (createDate.kind !== "known") return;
    const days = daysSince(createDate.value, now);
    if (days === undefined) yield undetermined(createDate.place, "tooOld");
    else if (days > config.maximumDays)
      yield violation(createDate.place, "tooOld", { key: name, days, maximum: config.maximumDays });
  },
});
