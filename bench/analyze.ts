/**
 * What the pack costs per resource and per stack, through the real gRPC interface, against a pack of one empty policy
 * of each kind, in turns.
 */
import type * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { repositoryRoot } from "../scripts/root";
import { type Connected, analyzeRequest, connect, stackRequest } from "./support/connection";
import { mixedResources } from "./support/mixed-resources";
import { median } from "./support/numbers";
import { emptyPack } from "./support/packs";
import { millisecondsUntil } from "./support/time";

const rounds = 5;
const stackSizes = [100, 1_000, 10_000];

async function perResource(pack: Connected, requests: readonly analyzer.AnalyzeRequest[]): Promise<number> {
  const milliseconds = await millisecondsUntil(async () => {
    for (const request of requests) await pack.analyze(request);
  });
  return milliseconds / requests.length;
}

function perStack(pack: Connected, request: analyzer.AnalyzeStackRequest): Promise<number> {
  return millisecondsUntil(() => pack.analyzeStack(request));
}

async function inTurns(
  ours: Connected,
  empty: Connected,
  measure: (pack: Connected) => Promise<number>,
): Promise<{ ours: number; empty: number }> {
  const times = { ours: [] as number[], empty: [] as number[] };
  await measure(ours);
  await measure(empty);
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await measure(ours));
    times.empty.push(await measure(empty));
  }
  return { ours: median(times.ours), empty: median(times.empty) };
}

async function main(): Promise<void> {
  const [ours, empty] = [await connect(repositoryRoot), await connect(emptyPack())];
  const requests = mixedResources(1_000).map(analyzeRequest);
  const resource = await inTurns(ours, empty, (pack) => perResource(pack, requests));
  console.log(`analyze, 1,000 mixed resources, median of ${rounds} rounds in turns`);
  console.log(
    `  per resource: trailguard ${resource.ours.toFixed(3)} ms, empty policy ${resource.empty.toFixed(3)} ms, ratio ${(resource.ours / resource.empty).toFixed(2)}`,
  );
  for (const size of stackSizes) {
    const request = stackRequest(mixedResources(size));
    const stack = await inTurns(ours, empty, (pack) => perStack(pack, request));
    console.log(
      `  stack of ${size}: trailguard ${stack.ours.toFixed(0)} ms (${(stack.ours / size).toFixed(3)} ms a resource), empty policy ${stack.empty.toFixed(0)} ms`,
    );
  }
  ours.stop();
  empty.stop();
  process.exit(0);
}

void main();
