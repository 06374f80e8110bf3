import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { repositoryRoot } from "../root";

/**
 * Writes lib/access/facts/managed-policies.json (names and ARNs of AWS managed policies, no policy text) from a list
 * read 2026-08 through iann0036/iam-dataset (MIT), which may lie beside the checkout. Without it nothing is written.
 */
interface Source {
  readonly policies: Readonly<Record<string, { readonly arn: string | null; readonly deprecated: boolean }>>;
}

const sourceFile = join(repositoryRoot, "../shared/corpora/aws-managed-policies.json");
const target = join(repositoryRoot, "lib/access/facts/managed-policies.json");
const prefix = "arn:aws:iam::aws:policy/";
/** Two that AWS has had from the start and the list lacks. */
const leftOut: Source["policies"] = {
  AdministratorAccess: { arn: `${prefix}AdministratorAccess`, deprecated: false },
  PowerUserAccess: { arn: `${prefix}PowerUserAccess`, deprecated: false },
};

function writeFacts(): void {
  const source = JSON.parse(readFileSync(sourceFile, "utf8")) as Source;
  const policies = { ...source.policies, ...leftOut };
  const pathsOf = (deprecated: boolean) =>
    Object.entries(policies)
      .filter(([, policy]) => policy.deprecated === deprecated)
      .map(([name, { arn }]) => arn?.slice(prefix.length) ?? name)
      .sort();
  const facts = {
    source: "AWS managed policies, by way of iann0036/iam-dataset (MIT)",
    date: "2026-08",
    current: pathsOf(false).join("\n"),
    deprecated: pathsOf(true).join("\n"),
  };
  writeFileSync(target, `${JSON.stringify(facts, null, 2)}\n`);
}

if (existsSync(sourceFile)) writeFacts();
