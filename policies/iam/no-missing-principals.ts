import { missingPrincipals } from "../../lib/aws/iam/missing-principals";
import { wholeStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-missing-principals",
  on: wholeStack,
  severity: "medium",
  preset: "recommended",
  summary: "Policies should name principals that exist when they are written",
  why: "AWS refuses a policy that names a user or role that is not there yet, and never lets in one that was deleted.",
  fix: "Correct the principal.",
  practice: 14,
  covers: ["iam.principal.unknown"],
  messages: {
    deleted: {
      what: "statement `{statement}` of {document} names `{principal}`, the id of a user or role that was deleted",
      fix: "Name the user or role by its ARN, or remove the principal.",
    },
    notYet: {
      what: "statement `{statement}` of {document} names `{target}`, which this stack creates, by a literal ARN: AWS refuses it where it comes first",
      fix: "Use the `arn` of `{target}` instead of a literal, so that it is created first.",
    },
  },
  *check(stack, { violation }) {
    for (const { place, problem, statement, document, principal, target } of missingPrincipals(stack)) {
      if (problem === "deleted") yield violation(place, "deleted", { statement, document, principal });
      else yield violation(place, "notYet", { statement, document, target });
    }
  },
});
