/** Where progress goes: one line at a time, never to stdout, which belongs to a command's own output. */
export type Report = (line: string) => void;

export const reportToStderr: Report = (line) => process.stderr.write(`${line}\n`);

const quietMilliseconds = 2_000;
const repeatMilliseconds = 15_000;

/** Says what is going on as soon as it takes more than two seconds, and that it still does every quarter minute. */
export async function withProgress<Result>(what: string, report: Report, work: () => Promise<Result>): Promise<Result> {
  const begin = Date.now();
  const first = setTimeout(() => report(`${what} ...`), quietMilliseconds);
  const again = setInterval(() => {
    report(`${what} ... ${Math.round((Date.now() - begin) / 1_000)} s`);
  }, repeatMilliseconds);
  try {
    return await work();
  } finally {
    clearTimeout(first);
    clearInterval(again);
  }
}
