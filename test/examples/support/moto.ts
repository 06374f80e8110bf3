import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { installPythonPackage } from "../../../scripts/python-package";

/** The release of moto, an implementation of the AWS APIs over HTTP. */
export const motoVersion = "5.2.5";

export interface Moto {
  readonly endpoint: string;
  /** Forgets every resource. */
  readonly reset: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export type MotoStart =
  { readonly kind: "started"; readonly moto: Moto } | { readonly kind: "unavailable"; readonly reason: string };

/** Installs moto once for this user, starts it on a free port of the loopback interface, and says why if it cannot. */
export async function startMoto(): Promise<MotoStart> {
  const python = await installPythonPackage({ name: "moto", extra: "server", version: motoVersion });
  if (python.kind === "unavailable") return python;
  const server = spawn(python.path, ["-m", "moto.server", "-H", "127.0.0.1", "-p", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  // A run that is cut short leaves no server behind.
  process.once("exit", () => server.kill());
  const endpoint = await announcedEndpoint(server);
  const reset = async (): Promise<void> => {
    await fetch(`${endpoint}/moto-api/reset`, { method: "POST" });
  };
  return { kind: "started", moto: { endpoint, reset, stop: () => stop(server) } };
}

/** The server announces the port it was given on its standard error. */
function announcedEndpoint(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (server.stderr === null) throw new Error("moto has no standard error");
    // Reading on keeps the server from blocking on a full pipe.
    createInterface(server.stderr).on("line", (line) => {
      const endpoint = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
      if (endpoint !== undefined) resolve(endpoint);
    });
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`moto ended early with code ${code}`)));
  });
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
}

/** The services a test uses without their SDK clients; the scope of the credential tells moto which one is meant. */
function authorization(service: string, region: string): string {
  return `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261001/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;
}

export async function createBucket(moto: Moto, name: string): Promise<void> {
  const headers = { authorization: authorization("s3", "us-east-1") };
  const response = await fetch(`${moto.endpoint}/${name}`, { method: "PUT", headers });
  if (!response.ok) throw new Error(`the bucket was not created: ${response.status}`);
}

/** A queue to subscribe to a topic. */
export interface Queue {
  readonly url: string;
  readonly arn: string;
}

export async function createQueue(moto: Moto, region: string, name: string): Promise<Queue> {
  const { QueueUrl: url } = await callQueues<{ QueueUrl: string }>(moto, region, "CreateQueue", { QueueName: name });
  return { url, arn: `arn:aws:sqs:${region}:123456789012:${name}` };
}

export interface TopicMessage {
  readonly Subject: string;
  readonly Message: string;
}

/** Takes every message that a topic has delivered to the queue. */
export async function takeTopicMessages(moto: Moto, region: string, queue: Queue): Promise<readonly TopicMessage[]> {
  const request = { QueueUrl: queue.url, MaxNumberOfMessages: 10 };
  const answer = await callQueues<{ Messages?: readonly { Body: string }[] }>(moto, region, "ReceiveMessage", request);
  return (answer.Messages ?? []).map(({ Body }) => JSON.parse(Body) as TopicMessage);
}

async function callQueues<Answer>(moto: Moto, region: string, operation: string, request: object): Promise<Answer> {
  const response = await fetch(moto.endpoint, {
    method: "POST",
    headers: {
      authorization: authorization("sqs", region),
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `AmazonSQS.${operation}`,
    },
    body: JSON.stringify(request),
  });
  if (!response.ok) throw new Error(`${operation} failed: ${response.status}`);
  return (await response.json()) as Answer;
}
