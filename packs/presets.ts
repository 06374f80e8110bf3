import { type PackDefinition, bySeverity } from "../lib/core/pack";

/** What every account should have: high and critical policies stop a deployment, the others advise. */
export const recommended: PackDefinition = {
  name: "trailguard",
  title: "trailguard: recommended",
  select: ({ preset }) => preset === "recommended",
  level: bySeverity,
};

/** Everything in `recommended` and what only demanding organizations ask for, all mandatory. */
export const strict: PackDefinition = {
  name: "trailguard-strict",
  title: "trailguard: strict",
  select: ({ preset }) => preset !== "opt-in",
  level: () => "mandatory",
};

/** Every policy, the opt-in ones too: to see what there is. */
export const all: PackDefinition = {
  name: "trailguard-all",
  title: "trailguard: all policies",
  select: () => true,
  level: bySeverity,
};
