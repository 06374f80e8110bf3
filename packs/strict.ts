import { type PackDefinition } from "../lib/core/pack";

/** Everything in `recommended` and what only demanding organizations ask for, all mandatory. */
export const strict: PackDefinition = {
  name: "trailguard-strict",
  title: "trailguard: strict",
  select: ({ preset }) => preset !== "opt-in",
  level: () => "mandatory",
};
