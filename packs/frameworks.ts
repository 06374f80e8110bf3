import { type RuleSet, rulesOf } from "../lib/core/controls";
import { type PackDefinition } from "../lib/core/pack";

/** The policies that answer a rule of one framework, all mandatory. */
function framework(ruleSet: RuleSet, name: string, title: string): PackDefinition {
  return {
    name,
    title: `trailguard: ${title}`,
    select: ({ covers }) => rulesOf(ruleSet, covers ?? []).length > 0,
    level: () => "mandatory",
  };
}

export const cis14 = framework("cis-aws-1.4", "trailguard-cis-1.4", "CIS AWS Foundations 1.4");
export const cis30 = framework("cis-aws-3.0", "trailguard-cis-3.0", "CIS AWS Foundations 3.0");
export const cis50 = framework("cis-aws-5.0", "trailguard-cis-5.0", "CIS AWS Foundations 5.0");
export const cis70 = framework("cis-aws-7.0", "trailguard-cis-7.0", "CIS AWS Foundations 7.0");
export const securityHub = framework("security-hub", "trailguard-security-hub", "AWS Security Hub");
