import { alarmsSection } from "../lib/aws/alarms/report";
import { principalsSection } from "../lib/aws/iam/report";
import { type PackDefinition, resolvePack } from "../lib/core/pack";
import { Analyzer } from "../lib/crossguard/analyzer";
import { policies } from "../policies/registry";

/** The package's own manifest: read from the bundle only. */
const manifest = require("../package.json") as { readonly version: string };

/** The policies of one of the packs, ready to answer the Pulumi CLI's calls. */
export function analyzerOf(definition: PackDefinition, now: Date): Analyzer {
  return new Analyzer(resolvePack(definition, policies), {
    version: manifest.version,
    sections: [alarmsSection, principalsSection],
    now,
  });
}
