import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { servePlugin, unary } from "../serve";
import { foreseen, materialise, placeOf, standInRegion, stateOfId } from "./arns";
import { checkedInputs } from "./check";
import { changedProperties, replacingProperties } from "./diff";
import { invoke } from "./invokes";
import type { WireMap } from "./wire";

/** The version of the `@pulumi/aws` SDK that the stand-in is written after. */
const version = "7.48.0";
let providerRegion = standInRegion;

function wireMap(struct: Struct | undefined): WireMap {
  return struct?.toJavaScript() ?? {};
}

function struct(map: WireMap): Struct {
  return Struct.fromJavaScript(map);
}

/** `aws:s3/bucket:Bucket` of `urn:pulumi:stack::project::parent$aws:s3/bucket:Bucket::name`. */
function tokenOf(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

function logicalNameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

function configure(request: messages.ConfigureRequest): messages.ConfigureResponse {
  const region = wireMap(request.getArgs()).region ?? request.getVariablesMap().get("aws:config:region");
  if (typeof region === "string" && region !== "") providerRegion = region;
  return new messages.ConfigureResponse()
    .setAcceptsecrets(true)
    .setSupportspreview(true)
    .setAcceptresources(false)
    .setAcceptoutputs(false);
}

function checkConfig(request: messages.CheckRequest): messages.CheckResponse {
  return new messages.CheckResponse().setInputs(request.getNews());
}

function check(request: messages.CheckRequest): messages.CheckResponse {
  const urn = request.getUrn();
  const inputs = checkedInputs({
    urn,
    token: tokenOf(urn),
    logicalName: logicalNameOf(urn),
    olds: wireMap(request.getOlds()),
    news: wireMap(request.getNews()),
  });
  return new messages.CheckResponse().setInputs(struct(inputs));
}

function diff(request: messages.DiffRequest): messages.DiffResponse {
  const changed = changedProperties(wireMap(request.getOldInputs()), wireMap(request.getNews()));
  const response = new messages.DiffResponse();
  response.setDiffsList([...changed]);
  response.setReplacesList([...replacingProperties(tokenOf(request.getUrn()), changed)]);
  response.setChanges(
    changed.length > 0 ? messages.DiffResponse.DiffChanges.DIFF_SOME : messages.DiffResponse.DiffChanges.DIFF_NONE,
  );
  return response;
}

function create(request: messages.CreateRequest): messages.CreateResponse {
  const urn = request.getUrn();
  const inputs = wireMap(request.getProperties());
  const place = placeOf(urn, inputs, providerRegion);
  if (request.getPreview()) {
    return new messages.CreateResponse().setProperties(struct(foreseen(tokenOf(urn), inputs, place)));
  }
  const { id, state } = materialise(tokenOf(urn), inputs, place);
  return new messages.CreateResponse().setId(id).setProperties(struct(state));
}

function update(request: messages.UpdateRequest): messages.UpdateResponse {
  const urn = request.getUrn();
  const inputs = wireMap(request.getNews());
  const { state } = materialise(tokenOf(urn), inputs, placeOf(urn, inputs, providerRegion));
  return new messages.UpdateResponse().setProperties(struct({ ...state, id: request.getId() }));
}

function read(request: messages.ReadRequest): messages.ReadResponse {
  const urn = request.getUrn();
  const given = wireMap(request.getProperties());
  const state = stateOfId(tokenOf(urn), request.getId(), given, placeOf(urn, given, providerRegion));
  return new messages.ReadResponse().setId(request.getId()).setProperties(struct(state)).setInputs(request.getInputs());
}

function answerInvoke(request: messages.InvokeRequest): messages.InvokeResponse {
  const token = request.getTok();
  const answer = invoke(token, wireMap(request.getArgs()), providerRegion);
  if (answer === undefined) {
    throw new Error(`the stand-in for AWS does not play the data source \`${token}\`: no AWS account is asked here`);
  }
  return new messages.InvokeResponse().setReturn(struct(answer));
}

void servePlugin((server) => {
  server.addService(ResourceProviderService, {
    getSchema: unary(() => new messages.GetSchemaResponse().setSchema("{}")),
    checkConfig: unary(checkConfig),
    diffConfig: unary(() => new messages.DiffResponse()),
    configure: unary(configure),
    invoke: unary(answerInvoke),
    check: unary(check),
    diff: unary(diff),
    create: unary(create),
    read: unary(read),
    update: unary(update),
    delete: unary(() => new Empty()),
    cancel: unary(() => new Empty()),
    getPluginInfo: unary(() => new PluginInfo().setVersion(version)),
  });
});
