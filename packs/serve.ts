import { alarmsSection } from "../lib/aws/alarms/report";
import { principalsSection } from "../lib/aws/iam/report";
import { type PackDefinition, resolvePack } from "../lib/core/pack";
import { servePack } from "../lib/crossguard/serve";
import { policies } from "../policies/registry";

/** The package's own manifest: read from the bundle only. */
const manifest = require("../package.json") as { readonly version: string };

/** Serves one of the packs to the Pulumi CLI: what the entry file of every pack does. */
export function serve(definition: PackDefinition): void {
  servePack(resolvePack(definition, policies), {
    version: manifest.version,
    sections: [alarmsSection, principalsSection],
  });
}
