import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { documentDigest } from "../../lib/access/digest";
import { parsePolicy } from "../../lib/access/parse";
import { type PropertyValue } from "../../lib/core/properties";
import { repositoryRoot } from "../root";

/**
 * Writes lib/access/facts/managed-policy-digests.json: what each current AWS managed policy says, as a figure and not as
 * text, from a list read 2026-08 through iann0036/iam-dataset (MIT) that may lie beside the checkout. Without it nothing
 * is written. A figure that several policies share is left out: none of them is the one that is meant.
 */
interface Source {
  readonly policies: Readonly<Record<string, { readonly deprecated: boolean; readonly document: PropertyValue }>>;
}

const sourceFile = join(repositoryRoot, "../shared/corpora/aws-managed-policies.json");
const target = join(repositoryRoot, "lib/access/facts/managed-policy-digests.json");

function digests(source: Source): string {
  const names = new Map<string, string[]>();
  for (const [name, { deprecated, document }] of Object.entries(source.policies)) {
    const digest = deprecated ? undefined : documentDigest(parsePolicy(document));
    if (digest !== undefined) names.set(digest, [...(names.get(digest) ?? []), name]);
  }
  const single = [...names].flatMap(([digest, [name, ...others]]) =>
    name !== undefined && others.length === 0 ? [`${digest} ${name}`] : [],
  );
  return single.sort().join("\n");
}

if (existsSync(sourceFile)) {
  const source = JSON.parse(readFileSync(sourceFile, "utf8")) as Source;
  const facts = {
    source: "AWS managed policies, by way of iann0036/iam-dataset (MIT)",
    date: "2026-08",
    digests: digests(source),
  };
  writeFileSync(target, `${JSON.stringify(facts, null, 2)}\n`);
}
