import { spawn, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzerHandshakeResponse,
  type AnalyzerStackConfigureRequest,
  AnalyzerStackConfigureResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { RunPluginResponse, type RunPluginRequest } from "@pulumi/pulumi/proto/language_pb";
import { channelOptions, listen, unary } from "../serve";

type PluginCall = grpc.ServerWritableStream<RunPluginRequest, RunPluginResponse>;

/**
 * Runs a policy pack. As in Pulumi's own language host, the engine talks to a go-between first: the pack's process
 * starts when the engine has told about the stack, so that its environment can hold the stack's configuration.
 */
export function runAnalyzer(call: PluginCall, engineAddress: string): void {
  const pack = new PolicyPackProcess(call, engineAddress);
  const server = new grpc.Server(channelOptions);
  server.addService(goBetweenService(), goBetween(pack));
  call.on("cancelled", () => {
    pack.kill();
    server.forceShutdown();
  });
  void listen(server).then((port) => call.write(new RunPluginResponse().setStdout(Buffer.from(`${port}\n`))));
}

const methods: readonly (readonly [string, grpc.MethodDefinition<unknown, unknown>])[] = Object.entries(
  AnalyzerService as grpc.ServiceDefinition,
);
const answeredHere = new Set(["handshake", "configureStack"]);
const same = (message: Buffer): Buffer => message;

/** The analyzer's service with every method but the two that tell about the stack passed on as bytes. */
function goBetweenService(): grpc.ServiceDefinition {
  return Object.fromEntries(
    methods.map(([name, method]) => [name, answeredHere.has(name) ? method : { ...method, ...bytesBothWays }]),
  );
}

const bytesBothWays = {
  requestSerialize: same,
  requestDeserialize: same,
  responseSerialize: same,
  responseDeserialize: same,
};

function goBetween(pack: PolicyPackProcess): grpc.UntypedServiceImplementation {
  const passed: [string, grpc.handleUnaryCall<Buffer, Buffer>][] = methods.map(([name, { path }]) => [
    name,
    passOn(pack, path),
  ]);
  return {
    ...Object.fromEntries(passed),
    handshake: unary(() => new AnalyzerHandshakeResponse()),
    configureStack: unary(async (request: AnalyzerStackConfigureRequest) => {
      await pack.start(stackEnvironment(request));
      return new AnalyzerStackConfigureResponse();
    }),
  };
}

function passOn(pack: PolicyPackProcess, path: string): grpc.handleUnaryCall<Buffer, Buffer> {
  return (call, callback) => {
    pack.start({}).then(
      (client) => client.makeUnaryRequest(path, same, same, call.request, call.metadata, callback),
      (reason: unknown) => callback({ code: grpc.status.UNAVAILABLE, details: String(reason) }),
    );
  };
}

function stackEnvironment(request: AnalyzerStackConfigureRequest): NodeJS.ProcessEnv {
  const config: Record<string, string> = {};
  request.getConfigMap().forEach((value, key) => {
    config[key] = value;
  });
  return {
    PULUMI_CONFIG: JSON.stringify(config),
    PULUMI_NODEJS_DRY_RUN: String(request.getDryRun()),
    PULUMI_NODEJS_ORGANIZATION: request.getOrganization(),
    PULUMI_NODEJS_PROJECT: request.getProject(),
    PULUMI_NODEJS_STACK: request.getStack(),
  };
}

/** The pack's process, started once; its output goes to the engine but for the port, which the go-between needs. */
class PolicyPackProcess {
  private child: ChildProcess | undefined;
  private client: Promise<grpc.Client> | undefined;

  constructor(
    private readonly call: PluginCall,
    private readonly engineAddress: string,
  ) {}

  start(environment: NodeJS.ProcessEnv): Promise<grpc.Client> {
    this.client ??= this.connect(environment);
    return this.client;
  }

  /** Ends the pack at once: an exit handler must not be relied on. */
  kill(): void {
    this.child?.kill("SIGKILL");
  }

  private async connect(environment: NodeJS.ProcessEnv): Promise<grpc.Client> {
    const port = await this.spawn(environment);
    return new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), channelOptions);
  }

  private spawn(environment: NodeJS.ProcessEnv): Promise<string> {
    const directory = this.call.request.getInfo()?.getProgramDirectory() ?? this.call.request.getPwd();
    const runner = createRequire(join(directory, "index.js")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
    const child = spawn(process.execPath, [runner, this.engineAddress, directory], {
      cwd: directory,
      env: { ...requestEnvironment(this.call.request), ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    process.once("exit", () => this.kill());
    child.stderr.on("data", (chunk: Buffer) => this.call.write(new RunPluginResponse().setStderr(chunk)));
    return new Promise((resolve, reject) => {
      let port: string | undefined;
      child.once("error", reject);
      child.once("exit", (code) => this.ended(code ?? 1));
      child.once("exit", (code) => reject(new Error(`the policy pack ended with exit code ${code ?? "none"}`)));
      child.stdout.on("data", (chunk: Buffer) => {
        if (port !== undefined) this.call.write(new RunPluginResponse().setStdout(chunk));
        else resolve((port = chunk.toString().trim()));
      });
    });
  }

  private ended(code: number): void {
    if (this.call.cancelled) return;
    this.call.write(new RunPluginResponse().setExitcode(code));
    this.call.end();
  }
}

function requestEnvironment(request: RunPluginRequest): NodeJS.ProcessEnv {
  const given = request.getEnvList().map((entry): [string, string] => {
    const [name = "", ...value] = entry.split("=");
    return [name, value.join("=")];
  });
  return { ...process.env, ...Object.fromEntries(given) };
}
