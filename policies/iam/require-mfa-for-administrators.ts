import { privilegedWithoutMfa } from "../../lib/aws/iam/mfa";
import { claim, negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { wholeStack } from "../../lib/aws/view";

export default definePolicy({
  id: "iam-require-mfa-for-administrators",
  on: wholeStack,
  severity: "high",
  preset: "recommended",
  summary: "Console users and groups that can give themselves all rights must need a second factor",
  why: "A password alone, guessed, phished or used twice, is then all that protects the account.",
  fix: 'Add a statement that denies all but the enrolment of a device (`"Effect": "Deny", "NotAction": [...], "Resource": "*"`) under `"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}`.',
  practice: 7,
  covers: ["iam.mfa.admin", "iam.mfa.group-policy", "iam.mfa.user-policy"],
  nist: ["IA-2(1)", "AC-6(5)"],
  messages: {
    withoutMfa:
      "{kind} `{name}` needs no second factor for `{action}`: statement `{statement}` of {document} allows it, and nothing denies it",
  },
  *check(stack, { must }) {
    for (const { principal, truth, place, action, document, statement } of privilegedWithoutMfa(stack)) {
      const { kind, name } = principal;
      yield* must(negate(claim(truth, place)), "withoutMfa", { kind, name, action, document, statement });
    }
  },
});
