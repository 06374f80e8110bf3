import type { ServerWritableStream } from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/language_pb";
import { servePlugin, unary } from "../serve";
import { runAnalyzer } from "./analyzer";
import { runProgram } from "./program";

const [engineAddress = ""] = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));

function runPlugin(call: ServerWritableStream<messages.RunPluginRequest, messages.RunPluginResponse>): void {
  if (call.request.getKind() === "analyzer") {
    runAnalyzer(call, engineAddress);
    return;
  }
  const kind = call.request.getKind();
  call.emit("error", new Error(`this small language host runs policy packs only, not a plugin of kind \`${kind}\``));
}

void servePlugin((server) => {
  server.addService(LanguageRuntimeService, {
    getPluginInfo: unary(() => new PluginInfo().setVersion("0.0.0")),
    getRequiredPackages: unary(() => new messages.GetRequiredPackagesResponse()),
    getRequiredPlugins: unary(() => new messages.GetRequiredPluginsResponse()),
    getProgramDependencies: unary(() => new messages.GetProgramDependenciesResponse()),
    about: unary(() => new messages.AboutResponse().setExecutable(process.execPath).setVersion(process.version)),
    run: unary((request: messages.RunRequest) => runProgram(request, engineAddress)),
    runPlugin,
  });
});
