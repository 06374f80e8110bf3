/** A replacement of one part of the pattern's text. */
export interface Repair {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Carries the first reason why a pattern is invalid out of the reading; never leaves this folder. */
export class Refusal extends Error {
  constructor(
    readonly position: number,
    readonly problem: string,
    readonly repair?: Repair,
  ) {
    super(problem);
  }
}

export function refuse(position: number, problem: string, repair?: Repair): never {
  throw new Refusal(position, problem, repair);
}
