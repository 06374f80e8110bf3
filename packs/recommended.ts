import { type PackDefinition, bySeverity } from "../lib/core/pack";

/** What every account should have: high and critical policies stop a deployment, the others advise. */
export const recommended: PackDefinition = {
  name: "trailguard",
  title: "trailguard: recommended",
  select: ({ preset }) => preset === "recommended",
  level: bySeverity,
};
