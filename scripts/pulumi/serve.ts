import * as grpc from "@grpc/grpc-js";

/** Messages of any size that Pulumi sends: the engine's own limit. */
const largestMessage = 400 * 1024 * 1024;

export const channelOptions = {
  "grpc.max_receive_message_length": largestMessage,
  "grpc.max_send_message_length": largestMessage,
};

/**
 * Serves a plugin on a free local port and tells the engine which by printing it, as every Pulumi plugin does.
 * The process ends when the engine asks for it or goes away.
 */
export async function servePlugin(addServices: (server: grpc.Server) => void): Promise<void> {
  const server = new grpc.Server(channelOptions);
  addServices(server);
  process.stdout.write(`${await listen(server)}\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(0));
  process.stdin.on("end", () => process.exit(0)).resume();
}

/** Binds the server to a free local port and gives that port. */
export function listen(server: grpc.Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(port);
      else reject(error);
    });
  });
}

/** A unary handler from a plain function; what it throws becomes the call's error. */
export function unary<Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): grpc.handleUnaryCall<Request, Response> {
  return (call, callback) => {
    Promise.resolve()
      .then(() => answer(call.request))
      .then(
        (response) => callback(null, response),
        (reason: unknown) => callback({ code: grpc.status.UNKNOWN, details: messageOf(reason) }),
      );
  };
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}
