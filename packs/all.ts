import { type PackDefinition, bySeverity } from "../lib/core/pack";

/** Every policy, the opt-in ones too: to see what there is. */
export const all: PackDefinition = {
  name: "trailguard-all",
  title: "trailguard: all policies",
  select: () => true,
  level: bySeverity,
};
