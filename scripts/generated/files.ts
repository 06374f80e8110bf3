import { type Policy } from "../../lib/core/policy";
import { resolvePack } from "../../lib/core/pack";
import { packs } from "../../packs";
import { baselineDetections } from "./detections";
import { reportSchema } from "./schema";
import { policyIndex, policyPages } from "./pages";
import { practiceIndex, practicePages } from "./practices";

/** Every generated file but the registry, by its path from the root. */
export async function generatedFiles(policies: readonly Policy[]): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [folder, definition] of Object.entries(packs)) {
    const entries = resolvePack(definition, policies).entries.filter(({ level }) => level !== "disabled");
    files.set(`test/packs/${folder}.txt`, entries.map(({ policy, level }) => `${policy.id} ${level}\n`).join(""));
  }
  for (const [file, text] of await policyPages(policies)) files.set(file, text);
  for (const [file, text] of await practicePages(policies)) files.set(file, text);
  files.set("docs/practices/README.md", await practiceIndex(policies));
  files.set("examples/baseline/detections.ts", await baselineDetections());
  files.set("docs/report.schema.json", await reportSchema());
  files.set("docs/policies/README.md", await policyIndex(policies));
  return files;
}
