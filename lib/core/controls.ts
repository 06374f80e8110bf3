import type { asOf, controls } from "./controls.json";

/** The key of a control: what one or more rules of public rule sets ask for, such as `logs.retention-min`. */
export type Control = keyof typeof controls;

/** The rule sets whose rules the controls are the union of, each at the snapshot its date names. */
export const ruleSets = [
  "access-analyzer",
  "aws-config",
  "cdk-nag",
  "cfn-guard-registry",
  "cfn_nag",
  "checkov",
  "cis-aws-1.4",
  "cis-aws-3.0",
  "cis-aws-5.0",
  "cis-aws-7.0",
  "cloudsplaining",
  "kics-cloudformation",
  "kics-pulumi",
  "kics-terraform",
  "parliament",
  "powerpipe-terraform-aws",
  "prowler",
  "pulumi-awsguard",
  "pulumi-compliance-policies",
  "security-hub",
  "trivy",
] as const;

export type RuleSet = (typeof ruleSets)[number];

export const controlAreas = ["alarms", "cloudtrail", "iam", "kms", "logs", "s3"] as const;

export type ControlArea = (typeof controlAreas)[number];

export interface ControlFact {
  /** What the control asks for, in one line. */
  readonly what: string;
  readonly area: ControlArea;
  /** The IAM best practice (1 to 16) it belongs to, null where it belongs to none. */
  readonly practice: number | null;
  /** Whether declared resources are enough to judge it; false means that it is a matter of run time alone. */
  readonly seenInInputs: boolean;
  /** The rules that ask for it, by rule set, under the names their sets give them; a set without such a rule is absent. */
  readonly rules: Readonly<Partial<Record<RuleSet, readonly string[]>>>;
}

interface ControlsFile {
  readonly asOf: typeof asOf;
  readonly controls: Readonly<Record<Control, ControlFact>>;
}

/**
 * Read on the first question, not at start-up: a pack that is only served never needs it. The cast narrows `area`,
 * which a JSON import can only type as a string.
 */
function controlsFile(): ControlsFile {
  return require("./controls.json") as ControlsFile;
}

/** Every control. Source: the public rule sets named in `ruleSets`, as of `controlsAsOf()`. */
export function controlFacts(): Readonly<Record<Control, ControlFact>> {
  return controlsFile().controls;
}

/** The day of the snapshots behind `controlFacts`, as YYYY-MM-DD. */
export function controlsAsOf(): string {
  return controlsFile().asOf;
}

export function isControl(name: string): name is Control {
  return Object.hasOwn(controlFacts(), name);
}

/** The rules of one set that these controls answer, without repetition, sorted. */
export function rulesOf(ruleSet: RuleSet, covered: Iterable<Control>): string[] {
  const facts = controlFacts();
  const rules = [...covered].flatMap((control) => facts[control].rules[ruleSet] ?? []);
  return [...new Set(rules)].sort();
}

/** The controls that a rule set asks for, sorted. */
export function controlsIn(ruleSet: RuleSet): Control[] {
  const facts = controlFacts();
  return Object.keys(facts)
    .filter(isControl)
    .filter((control) => facts[control].rules[ruleSet] !== undefined)
    .sort();
}
