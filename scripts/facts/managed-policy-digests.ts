import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { documentDigest } from "../../lib/access/digest";
import { parsePolicy } from "../../lib/access/parse";
import { pushTo } from "../../lib/core/grouping";
import { type PropertyValue } from "../../lib/core/properties";
import { repositoryRoot } from "../root";

/**
 * Writes lib/access/facts/managed-policy-digests.json: what each current AWS managed policy says, as a figure and not as
 * text, from a list read 2026-08 through iann0036/iam-dataset (MIT) that may lie beside the checkout. Without it nothing
 * is written. Left out are the figures that several policies share, since none of them is the one that is meant; what
 * AWS attaches to service-linked roles alone; and documents of an action or two, which anybody may come to write.
 */
interface Listed {
  /** Not known of every policy. */
  readonly arn: string | null;
  readonly deprecated: boolean;
  readonly document: PropertyValue;
}

interface Source {
  readonly policies: Readonly<Record<string, Listed>>;
}

const sourceFile = join(repositoryRoot, "../shared/corpora/aws-managed-policies.json");
const target = join(repositoryRoot, "lib/access/facts/managed-policy-digests.json");

const fewestActions = 3;

function digestOf({ arn, deprecated, document }: Listed): string | undefined {
  if (deprecated || arn === null || arn.includes(":policy/aws-service-role/")) return undefined;
  const parsed = parsePolicy(document);
  const written = parsed.statements.flatMap(({ actions, notActions }) => [...(actions ?? []), ...(notActions ?? [])]);
  return written.length < fewestActions ? undefined : documentDigest(parsed);
}

function digests(source: Source): string {
  const names = new Map<string, string[]>();
  for (const [name, listed] of Object.entries(source.policies)) {
    const digest = digestOf(listed);
    if (digest !== undefined) pushTo(names, digest, name);
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
