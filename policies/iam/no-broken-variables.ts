import { unreadDocuments } from "../../lib/aws/condition-mistakes";
import { PolicyDocuments } from "../../lib/aws/documents";
import { variableMistakes } from "../../lib/aws/variable-mistakes";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-broken-variables",
  on: PolicyDocuments,
  severity: "medium",
  preset: "recommended",
  summary: "Policy variables must be ones that AWS replaces",
  why: "A variable that AWS does not know stays text, and the statement then matches nothing.",
  fix: "Write `{meant}`.",
  practice: 12,
  covers: ["iam.condition.variable-syntax"],
  nist: ["AC-3", "AC-6"],
  messages: {
    noBrace: {
      what: "statement `{statement}` of {document} has `{value}`, a variable that does not end",
      fix: "Close it with a brace after the name of the key.",
    },
    empty: {
      what: "statement `{statement}` of {document} has the variable `{value}` without a name",
      fix: "Name a key such as `aws:username` in it, or take it out.",
    },
    noKey: {
      what: "statement `{statement}` of {document} has `{value}`, which is no policy variable",
      fix: "Write a template literal with backticks if a value of the program is meant, or name a key of AWS's such as `aws:username` in it.",
    },
    noQuotes: "statement `{statement}` of {document} has `{value}`, whose default stands without quotes",
    space: "statement `{statement}` of {document} has `{value}`, whose name holds a space",
    misspelled: "statement `{statement}` of {document} has `{value}`, which no request carries: `{meant}` is meant",
    misplaced: {
      what: "statement `{statement}` of {document} has the variable `{value}` as a principal, where AWS takes none",
      fix: "Name the principal, or ask for it with a condition on `aws:PrincipalArn`.",
    },
    operator: {
      what: "statement `{statement}` of {document} has the variable `{value}` under `{meant}`, which replaces none",
      fix: "Write the value itself: operators of texts and ARNs alone take variables.",
    },
  },
  *check({ documents }, { violation, undetermined }) {
    for (const place of unreadDocuments(documents)) yield undetermined(place, "misspelled");
    for (const { id, place, data } of variableMistakes(documents)) yield violation(place, id, data);
  },
});
