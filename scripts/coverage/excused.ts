import { type Control } from "../../lib/core/controls";

/** Controls that no policy can judge from declared resources, or that are left out on purpose, with the reason. */
export const excused: Partial<Record<Control, string>> = {};
