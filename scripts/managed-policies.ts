import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { type PropertyValue } from "../lib/core/properties";
import { type Resource } from "../lib/core/resource";
import { policies } from "../policies/registry";
import { plainResource, plainStack, violationsIn } from "../test/support/run-policies";
import { repositoryRoot } from "./root";

/**
 * Writes docs/managed-policies.md: what the policies say of AWS's own managed policies, as a reader's check for nonsense.
 * The documents may lie beside the checkout (`../shared/corpora`); without them nothing is written.
 */
interface Source {
  readonly policies: Readonly<Record<string, { readonly document: PropertyValue }>>;
}

const sourceFile = join(repositoryRoot, "../shared/corpora/aws-managed-policies.json");
/** What a stack of unattached copies is bound to be told of each. */
const bound = new Set(["iam-no-unattached-policies", "iam-prefer-managed-policy"]);

function resourceOf([name, { document }]: [string, Source["policies"][string]]): Resource {
  const arn = `arn:aws:iam::123456789012:policy/${name}`;
  return plainResource("aws:iam/policy:Policy", name, { name, arn, policy: document });
}

function rows(source: Source): string[] {
  const stack = plainStack(Object.entries(source.policies).map(resourceOf));
  const counted = policies
    .filter(({ id }) => id.startsWith("iam-") && !bound.has(id))
    .map((policy) => {
      const places = violationsIn(stack, [policy]).map(({ violation }) => violation.place.urn);
      return { policy, findings: places.length, documents: new Set(places).size };
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
