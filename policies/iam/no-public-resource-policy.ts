import { privateResourcePolicies } from "../../lib/aws/resource-policies";
import { statementsWhere } from "../../lib/aws/statements";
import { opensResource } from "../../lib/aws/strangers";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-public-resource-policy",
  on: privateResourcePolicies,
  severity: "critical",
  preset: "recommended",
  summary: "Policies of resources must not let strangers in",
  why: "What a resource's policy allows everybody needs no further right: any AWS account, or nobody in particular, can do it.",
  fix: 'Name the principals, or add a condition that keeps strangers out, such as `StringEquals: { "aws:PrincipalOrgID": "<organization>" }`.',
  practice: 9,
  covers: ["iam.resource-policy.public"],
  nist: ["AC-3", "AC-6", "AC-21"],
  messages: { open: "statement `{statement}` of {document} lets strangers in" },
  *check({ read, label }, { must }) {
    for (const { name, claim } of statementsWhere(read, opensResource)) {
      yield* must(negate(claim), "open", { statement: name, document: label });
    }
  },
});
