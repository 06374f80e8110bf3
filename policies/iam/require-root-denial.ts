import { Organization } from "../../lib/aws/organizations/organization";
import { deniesRoot } from "../../lib/aws/organizations/root-denial";
import { inStack } from "../../lib/aws/view";
import { claim } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-root-denial",
  on: inStack(Organization),
  severity: "low",
  preset: "strict",
  summary: "An organization should deny the root users of its accounts their daily work",
  why: "No policy of an account limits its root user; only a service control policy of the organization does.",
  fix: 'Declare an `aws.organizations.Policy` that denies `*` under `"ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:root" }`, and attach it.',
  practice: 1,
  nist: ["AC-6(2)"],
  messages: {
    rootAllowed: "no service control policy beside organization `{organization}` denies root users anything",
  },
  *check({ stack, subject: { place, name } }, { settings, must }) {
    if (!settings.baseline) return;
    const { truth } = deniesRoot(stack);
    yield* must(claim(truth, place), "rootAllowed", { organization: name });
  },
});
