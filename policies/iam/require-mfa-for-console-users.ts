import { consoleUsersWithoutMfa } from "../../lib/aws/iam/mfa";
import { claim, negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { wholeStack } from "../../lib/aws/view";

export default definePolicy({
  id: "iam-require-mfa-for-console-users",
  on: wholeStack,
  severity: "medium",
  preset: "recommended",
  summary: "Console users should need a second factor",
  why: "Whoever gets hold of a password can sign in as its user, and read and do what the user can.",
  fix: 'Add a statement, best in a group of all people, that denies all but the enrolment of a device under `"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}`.',
  practice: 7,
  covers: ["iam.mfa.console-user"],
  nist: ["IA-2(2)"],
  messages: {
    withoutMfa:
      "user `{name}` needs no second factor for `{action}`: statement `{statement}` of {document} allows it, and nothing denies it",
  },
  *check(stack, { must }) {
    for (const { principal, truth, place, action, document, statement } of consoleUsersWithoutMfa(stack)) {
      yield* must(negate(claim(truth, place)), "withoutMfa", { name: principal.name, action, document, statement });
    }
  },
});
