import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { type PropertyValue } from "../lib/core/properties";
import { type Resource, makeStack } from "../lib/core/resource";
import { defaultSettings } from "../lib/core/settings";
import { checkAll } from "../lib/engine/outcome";
import { policies } from "../policies/registry";
import { repositoryRoot } from "./root";

/**
 * Writes docs/managed-policies.md: what the policies say of AWS's own managed policies, as a reader's check for nonsense.
 * The documents may lie beside the checkout (`../shared/corpora`); without them nothing is written.
 */
interface Source {
  readonly policies: Readonly<Record<string, { readonly document: PropertyValue }>>;
}

const sourceFile = join(repositoryRoot, "../shared/corpora/aws-managed-policies.json");
const now = new Date("2026-11-24T12:00:00Z");
/** What a stack of unattached copies is bound to be told of each. */
const bound = new Set(["iam-no-unattached-policies", "iam-prefer-managed-policy"]);

function resourceOf([name, { document }]: [string, Source["policies"][string]]): Resource {
  const type = "aws:iam/policy:Policy";
  return {
    urn: `urn:pulumi:corpus::managed::${type}::${name}`,
    type,
    name,
    properties: { name, arn: `arn:aws:iam::123456789012:policy/${name}`, policy: document },
    options: { protect: false, ignoreChanges: [] },
    dependencies: [],
    propertyDependencies: {},
  };
}

function rows(source: Source): string[] {
  const resources = Object.entries(source.policies).map(resourceOf);
  const stack = makeStack({ resources, project: "managed", name: "corpus", preview: false, now });
  const counted = policies
    .filter(({ id }) => id.startsWith("iam-") && !bound.has(id))
    .map((policy) => {
      const { violations } = checkAll(policy, stack, {
        config: policy.config?.parse({}) ?? {},
        settings: defaultSettings,
        now,
      });
      return { policy, findings: violations.length, documents: new Set(violations.map(({ place }) => place.urn)).size };
    });
  return counted
    .filter(({ findings }) => findings > 0)
    .sort((a, b) => b.findings - a.findings)
    .map(
      ({ policy: { id, preset, severity }, findings, documents }) =>
        `| ${id} | ${preset}, ${severity} | ${findings} | ${documents} |`,
    );
}

async function main(): Promise<void> {
  if (!existsSync(sourceFile)) return;
  const source = JSON.parse(readFileSync(sourceFile, "utf8")) as Source;
  const intro = `# What trailguard says of AWS's managed policies

The ${Object.keys(source.policies).length} managed policies of 2026-08, each declared as a customer managed policy, through every IAM policy. AWS writes for
every account and so cannot name resources: that most findings are about wildcards is what one would expect. None is
refused for its grammar. Made by \`node dist/scripts/managed-policies.js\`.`;
  const table = `| policy | pack, severity | findings | documents |\n| --- | --- | --- | --- |\n${rows(source).join("\n")}`;
  writeFileSync(
    join(repositoryRoot, "docs/managed-policies.md"),
    await format(`${intro}\n\n${table}`, { parser: "markdown", printWidth: 120 }),
  );
}

void main();
