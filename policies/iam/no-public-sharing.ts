import { LambdaPermission } from "../../lib/aws/lambda/permission";
import { Shares, isEverybody } from "../../lib/aws/shares";
import { claim, negate, whether } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-public-sharing",
  on: Shares,
  severity: "high",
  preset: "recommended",
  summary: "Nothing of an account must be shared with everybody",
  why: "A public image or snapshot is found by programs that look through all of them for passwords and data.",
  fix: "Name the accounts, or the organization where the resource takes one.",
  practice: 9,
  covers: ["iam.resource-policy.public"],
  nist: ["AC-3", "AC-21"],
  messages: { everybody: "{share} is for everybody" },
  *check({ resource, label, grantee }, { must }) {
    // `alarms-no-public-function` judges functions.
    if (LambdaPermission.shows(resource)) return;
    const everybody = whether(grantee, isEverybody, "no");
    yield* must(everybody.truth === "unknown" ? claim("unknown", grantee.place) : negate(everybody), "everybody", {
      share: label,
    });
  },
});
