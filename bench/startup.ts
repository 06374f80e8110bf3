/**
 * Process start to port: our pack against an empty compiled pack, in turns. Prints the ratios; with `--check` a ratio
 * of the times above 1.25 fails (1.10 is the aim; the rest is room for noise).
 */
import { repositoryRoot } from "../scripts/root";
import { median, minimum } from "./support/numbers";
import { emptyPack, startPack } from "./support/packs";

const rounds = 12;
const highestRatio = 1.25;

interface Series {
  readonly times: number[];
  readonly memory: number[];
}

async function measure(folder: string, series: Series): Promise<void> {
  const pack = await startPack(folder);
  series.times.push(pack.milliseconds);
  series.memory.push(pack.peakMemory());
  pack.stop();
}

async function main(check: boolean): Promise<void> {
  const empty = emptyPack();
  const [ours, theirs, warmUp]: Series[] = [0, 0, 0].map(() => ({ times: [], memory: [] }));
  if (!ours || !theirs || !warmUp) return;
  await measure(empty, warmUp);
  await measure(repositoryRoot, warmUp);
  for (let round = 0; round < rounds; round++) {
    await measure(repositoryRoot, ours);
    await measure(empty, theirs);
  }
  const ratios = {
    minimum: minimum(ours.times) / minimum(theirs.times),
    median: median(ours.times) / median(theirs.times),
    memory: median(ours.memory) / median(theirs.memory),
  };
  console.log(`start to port, ${rounds} rounds in turns`);
  console.log(
    `  trailguard   minimum ${minimum(ours.times).toFixed(0)} ms, median ${median(ours.times).toFixed(0)} ms, ${megabytes(ours.memory)} MB`,
  );
  console.log(
    `  empty pack   minimum ${minimum(theirs.times).toFixed(0)} ms, median ${median(theirs.times).toFixed(0)} ms, ${megabytes(theirs.memory)} MB`,
  );
  console.log(
    `  ratio        minimum ${ratios.minimum.toFixed(2)}, median ${ratios.median.toFixed(2)}, peak memory ${ratios.memory.toFixed(2)}`,
  );
  if (check && ratios.minimum > highestRatio && ratios.median > highestRatio) {
    console.error(`start-up takes more than ${highestRatio} times as long as an empty pack`);
    process.exitCode = 1;
  }
}

function megabytes(bytes: readonly number[]): string {
  return (median(bytes) / 1e6).toFixed(0);
}

void main(process.argv.includes("--check"));
