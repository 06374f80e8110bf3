import type { Truth } from "../core/truth";

/** Whether a pattern matches; `reason` says why the answer is open and is there only for `unknown`. */
export interface Answer {
  readonly truth: Truth;
  readonly reason?: string;
}
