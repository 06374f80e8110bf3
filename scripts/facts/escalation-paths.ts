import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { format } from "prettier";

import { repositoryRoot } from "../root";

/**
 * Writes lib/access/facts/escalation-paths.json from the union of published privilege-escalation lists that may lie
 * beside the checkout. Without the file nothing is written.
 */
interface SourcePath {
  readonly actions: readonly string[];
  readonly names: readonly string[];
  readonly category: string | null;
}

interface Source {
  readonly paths: readonly SourcePath[];
  readonly actionsThatReturnCredentials: readonly string[];
  readonly dataExfiltrationActions: readonly string[];
}

const sourceFile = join(repositoryRoot, "../shared/facts/escalation-paths.json");
const target = join(repositoryRoot, "lib/access/facts/escalation-paths.json");

/** Sets written with a wildcard are no paths of their own: what they hold is found by its parts. */
function isPath({ actions }: SourcePath): boolean {
  return actions.every((action) => !action.includes("*"));
}

/** A longer list of actions adds nothing, unless it passes any role where the shorter one has those of what already runs. */
function addsNothing(path: SourcePath, paths: readonly SourcePath[]): boolean {
  return paths.some(
    ({ actions }) =>
      actions.length < path.actions.length &&
      actions.every((action) => path.actions.includes(action)) &&
      (!path.actions.includes(passing) || actions.some((action) => /^(?:iam|sso):/.test(action))),
  );
}

const passing = "iam:PassRole";

async function writeFacts(): Promise<void> {
  const source = JSON.parse(readFileSync(sourceFile, "utf8")) as Source;
  const paths = source.paths.filter(isPath);
  const facts = {
    source: "cloudsplaining, kics, parliament, pathfinding.cloud and prowler, as published",
    date: "2026-08",
    paths: paths
      .filter((path) => !addsNothing(path, paths))
      .map(({ actions, names, category }) => ({ actions, names, category: category ?? "other" })),
    actionsThatReturnCredentials: source.actionsThatReturnCredentials,
    dataExfiltrationActions: source.dataExfiltrationActions,
  };
  writeFileSync(target, await format(JSON.stringify(facts), { parser: "json", printWidth: 120 }));
}

if (existsSync(sourceFile)) void writeFacts();
