import { createRequire } from "node:module";
import { type Level } from "../core/finding";
import { type Resource, type Stack } from "../core/resource";

/** What the CLI tells a pack of one policy before anything is analyzed. */
export interface PolicyConfiguration {
  readonly level: Level;
  readonly settings: Readonly<Record<string, unknown>>;
}

export type PackConfiguration = ReadonlyMap<string, PolicyConfiguration>;

/** One call of the CLI, while the SDK runs one policy after the other for it. */
export interface Call {
  /** The types of the resources that the call is about. */
  readonly types: ReadonlySet<string>;
  /** What the first policy made of the SDK's arguments, for the others of the call. */
  resource?: Resource;
  stack?: Stack;
}

let current: Call | undefined;

/** The call that is being answered; `undefined` where the SDK's calls cannot be heard. */
export function currentCall(): Call | undefined {
  return current;
}

/** The parts of Pulumi's requests that are read here (pulumi/analyzer.proto). */
interface Properties {
  toJavaScript(): object;
}
interface ConfigureRequest {
  getPolicyconfigMap(): {
    entries(): Iterable<[string, { getEnforcementlevel(): number; getProperties(): Properties | undefined }]>;
  };
}
interface AnalyzeRequest {
  getType(): string;
  getProperties(): Properties;
}
interface AnalyzeResponse {
  serializeBinary(): Uint8Array;
}
interface AnalyzeStackRequest {
  getResourcesList(): { getType(): string }[];
}

type Reply = (error: { readonly code: number; readonly details: string } | null, response?: unknown) => void;
type ServerCall<Request> = { readonly request: Request };
type Handler<Request> = (call: ServerCall<Request>, reply: Reply) => void;
interface AnalyzerService {
  readonly configure: Handler<ConfigureRequest>;
  readonly analyze: Handler<AnalyzeRequest>;
  readonly remediate: Handler<AnalyzeRequest>;
  readonly analyzeStack: Handler<AnalyzeStackRequest>;
}
type AddService = (this: unknown, service: unknown, implementation: AnalyzerService) => void;

/** gRPC's code for a request that cannot be used as it is. */
const invalidArgument = 3;

/** The numbers of pulumi/analyzer.proto, EnforcementLevel. */
const levelsByNumber: readonly Level[] = ["advisory", "mandatory", "disabled", "remediate"];

/** Who hears the CLI's calls. */
export interface Listener {
  /** Is told of the whole configuration; what it throws refuses the run. */
  configured(configuration: PackConfiguration): void;
  /** Whether any policy looks at resources of this type one by one. */
  looksAt(type: string): boolean;
}

/**
 * Runs `serve`, and has the CLI's calls heard on their way to the SDK, which gives a policy only its own settings, only
 * when it is called, and never its level. Around each analysis stands a `Call`, so that what one policy has unpacked serves
 * the next. Where a later SDK takes its calls another way nothing is heard, and every policy works by itself.
 */
export function hearCalls<T>(serve: () => T, listener: Listener): T {
  const { Server } = createRequire(require.resolve("@pulumi/policy"))("@grpc/grpc-js") as {
    readonly Server: { readonly prototype: { addService: AddService } };
  };
  const original = Server.prototype.addService;
  Server.prototype.addService = function (service, implementation) {
    original.call(this, service, { ...implementation, ...heard(implementation, listener) });
  };
  try {
    return serve();
  } finally {
    Server.prototype.addService = original;
  }
}

function heard(
  { configure, analyze, remediate, analyzeStack }: AnalyzerService,
  listener: Listener,
): Partial<AnalyzerService> {
  if ([configure, analyze, remediate, analyzeStack].some((handler) => typeof handler !== "function")) return {};
  const unconcerned = new Map<string, AnalyzeResponse>();
  return {
    configure: (call, reply) => {
      unconcerned.clear();
      try {
        listener.configured(configurationOf(call.request));
      } catch (error) {
        reply({ code: invalidArgument, details: error instanceof Error ? error.message : String(error) });
        return;
      }
      configure(call, reply);
    },
    analyze: answeredByType(analyze, unconcerned, listener),
    remediate: (call, reply) => {
      const types = new Set([call.request.getType()]);
      inTurn({ types }, (replied) => remediate(call, replied), reply);
    },
    analyzeStack: (call, reply) => {
      const resources = call.request.getResourcesList();
      const types = new Set(resources.map((resource) => resource.getType()));
      const request = { getResourcesList: () => iteratedOnce(resources) };
      inTurn({ types }, (replied) => analyzeStack(withRequest(call, request), replied), reply);
    },
  };
}

/**
 * Answers for each resource by the SDK, but for a type that no policy looks at only once: that no policy applies is as true
 * of the next one, and is a long answer.
 */
function answeredByType(
  analyze: Handler<AnalyzeRequest>,
  unconcerned: Map<string, AnalyzeResponse>,
  listener: Listener,
): Handler<AnalyzeRequest> {
  return (call, reply) => {
    const type = call.request.getType();
    const known = unconcerned.get(type);
    if (known) {
      reply(null, known);
      return;
    }
    const replied: Reply = (error, response) => {
      if (!error && !listener.looksAt(type)) unconcerned.set(type, writtenOnce(response as AnalyzeResponse));
      reply(error, response);
    };
    inTurn({ types: new Set([type]) }, (done) => analyze(unpackedOnce(call), done), replied);
  };
}

function writtenOnce(response: AnalyzeResponse): AnalyzeResponse {
  const bytes = response.serializeBinary();
  return Object.assign(response, { serializeBinary: () => bytes });
}

let lastAnswered: Promise<void> = Promise.resolve();

/** Answers a call when the one before it is answered, so that every policy knows which call it works for. */
function inTurn(call: Call, answer: (replied: Reply) => void, reply: Reply): void {
  const answered = (resolve: () => void) => {
    current = call;
    answer((error, response) => {
      current = undefined;
      reply(error, response);
      resolve();
    });
  };
  lastAnswered = lastAnswered.then(() => new Promise(answered));
}

/**
 * The SDK unpacks the properties for every policy that it runs. The first policy keeps the resource in its `Call`; for the
 * others there is nothing more to unpack.
 */
function unpackedOnce(call: ServerCall<AnalyzeRequest>): ServerCall<AnalyzeRequest> {
  const properties = call.request.getProperties();
  let unpacked = false;
  const toJavaScript = (): object => {
    if (unpacked) return {};
    unpacked = true;
    return properties.toJavaScript();
  };
  return withRequest(call, { getProperties: () => ({ toJavaScript }) });
}

/** The call with some of its request's methods replaced. */
function withRequest<Request extends object>(
  call: ServerCall<Request>,
  methods: Partial<Request>,
): ServerCall<Request> {
  const request = Object.assign(Object.create(call.request) as Request, methods);
  return Object.create(call, { request: { value: request } }) as ServerCall<Request>;
}

/** The same for all resources and every policy on a stack, which would be most of what an analysis costs. */
function iteratedOnce<Item>(list: Item[]): Item[] {
  let iterated = false;
  const iterator = (): Iterator<Item> => {
    const items = iterated ? [] : list;
    iterated = true;
    return items.values();
  };
  return Object.defineProperty([...list], Symbol.iterator, { value: iterator });
}

function configurationOf(request: ConfigureRequest): PackConfiguration {
  const entries = [...request.getPolicyconfigMap().entries()].map(([name, policy]): [string, PolicyConfiguration] => [
    name,
    {
      level: levelsByNumber[policy.getEnforcementlevel()] ?? "advisory",
      settings: { ...policy.getProperties()?.toJavaScript() },
    },
  ]);
  return new Map(entries);
}
