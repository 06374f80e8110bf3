import { type PackDefinition, resolvePack } from "../lib/core/pack";
import { servePack } from "../lib/crossguard/serve";
import { policies } from "../policies/registry";
import { version } from "../package.json";

/** Serves one of the packs to the Pulumi CLI: what the entry file of every pack does. */
export function serve(definition: PackDefinition): void {
  servePack(resolvePack(definition, policies), { version, sections: [] });
}
