import { type PolicyResource, type ResourceValidationArgs, type StackValidationArgs } from "@pulumi/policy";
import * as pulumi from "@pulumi/pulumi";
import { type ProviderResource, type Resource, type Stack, makeStack } from "../core/resource";
import { plainProperties } from "./properties";

/** The one resource of a resource policy's call. Pulumi tells nothing of its dependencies there. */
export function resourceOf(args: Omit<ResourceValidationArgs, "asType" | "notApplicable">): Resource {
  return {
    urn: args.urn,
    type: args.type,
    name: args.name,
    properties: plainProperties(args.props),
    options: optionsOf(args.opts),
    ...providerOf(args.provider),
    ...(args.opts.parent === undefined ? {} : { parent: args.opts.parent }),
    dependencies: [],
    propertyDependencies: {},
  };
}

/** What can be told of a run from the URN of any of its resources: in `pulumi policy analyze` nothing else tells. */
export function runAt(urn: string, now: Date): Omit<Stack, "resources"> {
  const [, , name = "", , project = ""] = urn.split(":");
  return { project, name, preview: pulumi.runtime.isDryRun(), now };
}

/** All resources of a stack policy's call. */
export function stackOf(args: StackValidationArgs, run: Omit<Stack, "resources">): Stack {
  return makeStack({ ...run, resources: args.resources.map(stackResourceOf) });
}

function stackResourceOf(resource: PolicyResource): Resource {
  const dependencies = Object.entries(resource.propertyDependencies).map(
    ([property, upstream]) => [property, upstream.map(({ urn }) => urn)] as const,
  );
  return {
    urn: resource.urn,
    type: resource.type,
    name: resource.name,
    properties: plainProperties(resource.props),
    options: optionsOf(resource.opts),
    ...providerOf(resource.provider),
    ...(resource.parent === undefined ? {} : { parent: resource.parent.urn }),
    dependencies: resource.dependencies.map(({ urn }) => urn),
    propertyDependencies: Object.fromEntries(dependencies),
  };
}

function optionsOf(opts: { readonly protect: boolean; readonly ignoreChanges: string[] }): Resource["options"] {
  return { protect: opts.protect, ignoreChanges: [...opts.ignoreChanges] };
}

function providerOf(provider: PolicyResource["provider"]): { readonly provider?: ProviderResource } {
  if (!provider) return {};
  const { urn, type, name } = provider;
  return { provider: { urn, type, name, properties: plainProperties(provider.props) } };
}
