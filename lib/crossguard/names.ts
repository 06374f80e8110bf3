/** The policies that belong to the pack itself. */
export const settingsPolicyName = "trailguard-settings";
export const summaryPolicyName = "trailguard-summary";
