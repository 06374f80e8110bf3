/**
 * What the pack costs per resource and per stack, through the real gRPC interface, against a pack of one empty policy
 * of each kind, in turns.
 */
import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { repositoryRoot } from "../scripts/root";
import { type MixedResource, mixedResources } from "./support/mixed-resources";
import { median } from "./support/numbers";
import { emptyPack, startPack } from "./support/packs";

const rounds = 5;
const stackSizes = [100, 1_000, 10_000];

interface Connected {
  readonly client: AnalyzerClient;
  stop(): void;
}

async function connect(folder: string): Promise<Connected> {
  const pack = await startPack(folder);
  const options = { "grpc.max_receive_message_length": 2 ** 28, "grpc.max_send_message_length": 2 ** 28 };
  const client = new AnalyzerClient(`127.0.0.1:${pack.port}`, grpc.credentials.createInsecure(), options);
  const stop = (): void => {
    client.close();
    pack.stop();
  };
  return { client, stop };
}

function propertiesOf({ properties }: MixedResource): Struct {
  return Struct.fromJavaScript(properties as Parameters<typeof Struct.fromJavaScript>[0]);
}

function analyzeRequest(resource: MixedResource): analyzer.AnalyzeRequest {
  const request = new analyzer.AnalyzeRequest();
  request.setType(resource.type);
  request.setUrn(resource.urn);
  request.setName(resource.name);
  request.setProperties(propertiesOf(resource));
  request.setOptions(new analyzer.AnalyzerResourceOptions());
  return request;
}

function stackRequest(resources: readonly MixedResource[]): analyzer.AnalyzeStackRequest {
  const request = new analyzer.AnalyzeStackRequest();
  request.setResourcesList(
    resources.map((resource) => {
      const each = new analyzer.AnalyzerResource();
      each.setType(resource.type);
      each.setUrn(resource.urn);
      each.setName(resource.name);
      each.setProperties(propertiesOf(resource));
      each.setOptions(new analyzer.AnalyzerResourceOptions());
      return each;
    }),
  );
  return request;
}

function call<Request>(
  send: (request: Request, done: (error: Error | null) => void) => unknown,
  request: Request,
): Promise<void> {
  return new Promise((resolve, reject) => send(request, (error) => (error ? reject(error) : resolve())));
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begin = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - begin) / 1e6;
}

async function perResource({ client }: Connected, requests: readonly analyzer.AnalyzeRequest[]): Promise<number> {
  const milliseconds = await timed(async () => {
    for (const request of requests) await call(client.analyze.bind(client), request);
  });
  return milliseconds / requests.length;
}

function perStack({ client }: Connected, request: analyzer.AnalyzeStackRequest): Promise<number> {
  return timed(() => call(client.analyzeStack.bind(client), request));
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
