/** Milliseconds that the work takes. */
export function millisecondsOf(work: () => unknown): number {
  const begin = process.hrtime.bigint();
  work();
  return since(begin);
}

/** Milliseconds until the work is done. */
export async function millisecondsUntil(work: () => Promise<unknown>): Promise<number> {
  const begin = process.hrtime.bigint();
  await work();
  return since(begin);
}

function since(begin: bigint): number {
  return Number(process.hrtime.bigint() - begin) / 1e6;
}
