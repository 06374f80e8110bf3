import { AlternativeContact } from "../../lib/aws/account/alternative-contact";
import { wholeStack } from "../../lib/aws/view";
import { definePolicy, nowhere } from "../../lib/core/policy";

/** Types of contacts that AWS writes to (Account Management API, read 2026-11). */
const wanted = ["SECURITY", "BILLING", "OPERATIONS"];

export default definePolicy({
  id: "iam-require-account-contacts",
  on: wholeStack,
  severity: "medium",
  preset: "recommended",
  summary: "A baseline stack must declare whom AWS writes to about security, bills and operations",
  why: "AWS writes about leaked keys and abuse to the security contact; without one the message goes to the mailbox of the root user.",
  fix: "Declare an `aws.account.AlternativeContact` of the missing type.",
  practice: 2,
  covers: ["iam.account.contacts"],
  nist: ["IR-6"],
  messages: { missing: "the baseline declares no contact of type `{type}`" },
  *check(stack, { settings, violation, undetermined }) {
    if (!settings.baseline) return;
    const types = AlternativeContact.allIn(stack).map(({ contactType }) => contactType);
    const open = types.find(({ kind }) => kind === "unknown");
    for (const type of wanted) {
      if (types.some((each) => each.kind === "known" && each.value === type)) continue;
      yield open ? undetermined(open.place, "missing") : violation(nowhere, "missing", { type });
    }
  },
});
