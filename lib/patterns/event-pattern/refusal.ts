import type { InvalidEventPattern } from "./model";

/** Carries the first reason why a pattern is invalid out of the recursive reading; never leaves this folder. */
export class Refusal extends Error {
  constructor(readonly invalid: InvalidEventPattern) {
    super(invalid.problem);
  }
}

export function refuse(path: string, problem: string, suggestion?: string): never {
  throw new Refusal({ kind: "invalid", path, problem, ...(suggestion === undefined ? {} : { suggestion }) });
}
