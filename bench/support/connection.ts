/** A pack's policy server, spoken to as the CLI does: through gRPC. */
import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type MixedResource } from "./mixed-resources";
import { startPack } from "./packs";

export interface Connected {
  analyze(request: analyzer.AnalyzeRequest): Promise<analyzer.AnalyzeResponse>;
  analyzeStack(request: analyzer.AnalyzeStackRequest): Promise<analyzer.AnalyzeResponse>;
  configure(request: analyzer.ConfigureAnalyzerRequest): Promise<unknown>;
  getAnalyzerInfo(): Promise<analyzer.AnalyzerInfo>;
  stop(): void;
}

/** Starts the pack in `folder` and connects to it. */
export async function connect(folder: string): Promise<Connected> {
  const pack = await startPack(folder);
  const options = { "grpc.max_receive_message_length": 2 ** 28, "grpc.max_send_message_length": 2 ** 28 };
  const client = new AnalyzerClient(`127.0.0.1:${pack.port}`, grpc.credentials.createInsecure(), options);
  return {
    analyze: (request) => answered((done) => client.analyze(request, done)),
    analyzeStack: (request) => answered((done) => client.analyzeStack(request, done)),
    configure: (request) => answered((done) => client.configure(request, done)),
    getAnalyzerInfo: () => answered((done) => client.getAnalyzerInfo(new Empty(), done)),
    stop: () => {
      client.close();
      pack.stop();
    },
  };
}

function answered<Response>(
  ask: (done: (error: Error | null, response: Response) => void) => unknown,
): Promise<Response> {
  return new Promise((resolve, reject) =>
    ask((error, response) => {
      if (error) reject(error);
      else resolve(response);
    }),
  );
}

export function analyzeRequest(resource: MixedResource): analyzer.AnalyzeRequest {
  return filled(new analyzer.AnalyzeRequest(), resource);
}

export function stackRequest(resources: readonly MixedResource[]): analyzer.AnalyzeStackRequest {
  const request = new analyzer.AnalyzeStackRequest();
  request.setResourcesList(resources.map((resource) => filled(new analyzer.AnalyzerResource(), resource)));
  return request;
}

function filled<Message extends analyzer.AnalyzeRequest | analyzer.AnalyzerResource>(
  message: Message,
  { type, urn, name, properties }: MixedResource,
): Message {
  message.setType(type);
  message.setUrn(urn);
  message.setName(name);
  message.setProperties(Struct.fromJavaScript(properties as Parameters<typeof Struct.fromJavaScript>[0]));
  message.setOptions(new analyzer.AnalyzerResourceOptions());
  return message;
}
