import type IamActions from "./iam-actions.json";

/** AWS's access levels, from the least to the most. */
export const accessLevels = ["List", "Read", "Tagging", "Write", "Permissions management"] as const;
export type AccessLevel = (typeof accessLevels)[number];

/** AWS's names of value types; `ArrayOf` is a key that may carry several values. */
export type ConditionKeyType =
  "String" | "Numeric" | "Date" | "Bool" | "IPAddress" | "ARN" | "ArrayOfString" | "ArrayOfARN" | "ArrayOfBool";

export interface ResourceTypeFacts {
  readonly name: string;
  /** Such as `arn:${Partition}:s3:::${BucketName}/${ObjectName}`. */
  readonly arn: string;
  readonly conditionKeys: readonly string[];
}

/** `required`: the action always names a resource of this type. */
export interface ActionResource extends ResourceTypeFacts {
  readonly required: boolean;
}

export interface ActionFacts {
  /** In AWS's spelling: `s3:GetObject`. */
  readonly name: string;
  /** Its place in the list of all actions: below `listedActions()`. */
  readonly number: number;
  readonly level: AccessLevel;
  /** Empty for an action that takes no resource: only `*` covers it. */
  readonly resourceTypes: readonly ActionResource[];
  /** The service's keys that the action carries, beside the global ones; families end in a placeholder such as `${TagKey}`. */
  readonly conditionKeys: readonly string[];
}

export interface KeyFacts {
  readonly name: string;
  readonly type: ConditionKeyType;
}

export interface ServiceFacts {
  readonly prefix: string;
  /** By action name in lower case, without prefix. */
  readonly actions: ReadonlyMap<string, ActionFacts>;
  /** By key in lower case. */
  readonly keys: ReadonlyMap<string, KeyFacts>;
}

let packed: typeof IamActions | undefined;

/** Reads the packed file at the first question and never before: programs without IAM documents pay nothing. */
export function packedFacts(): typeof IamActions {
  packed ??= require("./iam-actions.json") as typeof IamActions;
  return packed;
}

const services = new Map<string, ServiceFacts | undefined>();

/** The service with a prefix such as `s3`, in any case; `undefined` for a prefix that AWS does not list. */
export function serviceFacts(prefix: string): ServiceFacts | undefined {
  const name = prefix.toLowerCase();
  if (!services.has(name)) services.set(name, unpackService(name));
  return services.get(name);
}

export function servicePrefixes(): readonly string[] {
  prefixes ??= Object.keys(packedFacts().services);
  return prefixes;
}

let prefixes: readonly string[] | undefined;

/** How many actions AWS lists. */
export function listedActions(): number {
  return actionCounts().total;
}

interface ActionCounts {
  /** How many actions stand before those of each service. */
  readonly before: ReadonlyMap<string, number>;
  readonly total: number;
}

let counts: ActionCounts | undefined;

function actionCounts(): ActionCounts {
  if (counts !== undefined) return counts;
  const before = new Map<string, number>();
  let total = 0;
  for (const [prefix, text] of Object.entries(packedFacts().services)) {
    before.set(prefix, total);
    total += lineCount(text.slice(text.lastIndexOf("\n\n") + 2));
  }
  counts = { before, total };
  return counts;
}

/** Without the array that splitting would make. */
function lineCount(section: string): number {
  let count = section === "" ? 0 : 1;
  for (let at = section.indexOf("\n"); at >= 0; at = section.indexOf("\n", at + 1)) count++;
  return count;
}

function unpackService(prefix: string): ServiceFacts | undefined {
  const table: Readonly<Record<string, string>> = packedFacts().services;
  const text = Object.hasOwn(table, prefix) ? table[prefix] : undefined;
  if (text === undefined) return undefined;
  const [resourceLines = [], keyLines = [], setLines = [], actionLines = []] = text.split("\n\n").map(linesOf);
  const keys = keyLines.map((line) => line.split("\t"));
  const sets = setLines.map((line) => keysOfSet(line, keys));
  const resources = resourceLines.map((line) => unpackResource(line, sets));
  const first = actionCounts().before.get(prefix) ?? 0;
  const actions = actionLines.map((line, index) => unpackAction(prefix, first + index, line, resources, sets));
  return {
    prefix,
    actions: new Map(actions.map((action) => [action.name.slice(prefix.length + 1).toLowerCase(), action])),
    keys: new Map(keys.flatMap(unpackKey)),
  };
}

function unpackKey([name = "", type = ""]: readonly string[]): readonly (readonly [string, KeyFacts])[] {
  return type === "" ? [] : [[name.toLowerCase(), { name, type: type as ConditionKeyType }]];
}

function linesOf(section: string): readonly string[] {
  return section === "" ? [] : section.split("\n");
}

function keysOfSet(line: string, keys: readonly (readonly string[])[]): readonly string[] {
  return line === "-" ? [] : line.split(" ").map((number) => keys[Number(number)]?.[0] ?? "");
}

function unpackResource(line: string, sets: readonly (readonly string[])[]): ResourceTypeFacts {
  const [name = "", arn = "", set = ""] = line.split("\t");
  return { name, arn, conditionKeys: sets[Number(set)] ?? [] };
}

const levelLetters: ReadonlyMap<string, AccessLevel> = new Map(accessLevels.map((level) => [level.slice(0, 1), level]));

function unpackAction(
  prefix: string,
  number: number,
  line: string,
  resources: readonly ResourceTypeFacts[],
  sets: readonly (readonly string[])[],
): ActionFacts {
  const [name = "", level = "", types = "", set = ""] = line.split("\t");
  return new PackedAction(
    `${prefix}:${name}`,
    number,
    levelLetters.get(level) ?? "Write",
    types,
    sets[Number(set)] ?? [],
    resources,
  );
}

/** Unpacks its resource types when asked: `*` covers more than twenty thousand actions. */
class PackedAction implements ActionFacts {
  constructor(
    readonly name: string,
    readonly number: number,
    readonly level: AccessLevel,
    private readonly types: string,
    private readonly ownKeys: readonly string[],
    private readonly resources: readonly ResourceTypeFacts[],
  ) {}

  private unpacked: readonly ActionResource[] | undefined;

  get resourceTypes(): readonly ActionResource[] {
    this.unpacked ??=
      this.types === "" ? [] : this.types.split(" ").flatMap((type) => unpackActionResource(type, this.resources));
    return this.unpacked;
  }

  get conditionKeys(): readonly string[] {
    return [...new Set([...this.ownKeys, ...this.resourceTypes.flatMap((type) => type.conditionKeys)])];
  }
}

function unpackActionResource(type: string, resources: readonly ResourceTypeFacts[]): readonly ActionResource[] {
  const required = type.endsWith("!");
  const resource = resources[Number(required ? type.slice(0, -1) : type)];
  return resource === undefined ? [] : [{ ...resource, required }];
}
