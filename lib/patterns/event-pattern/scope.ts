import { nearest } from "../../core/nearest";
import { all, any, not, type Truth } from "../../core/truth";
import type { EventValue } from "./event";
import type { Branch, EventPattern, FieldPattern, ValueTest } from "./model";
import { testValue } from "./test-value";

/** What a field can hold in the events that a rule is meant for: one of these texts, or nothing ever. */
export interface Vocabulary {
  readonly path: string;
  readonly texts: readonly string[];
}

/** A field that no event of the vocabulary satisfies. */
export interface DeadField {
  readonly path: string;
  /** The texts that the pattern asks for, as written. */
  readonly wanted: readonly string[];
  /** The text of the vocabulary that was probably meant. */
  readonly meant?: string;
}

export interface EventScope {
  /** Whether no event of the vocabulary can match. */
  readonly truth: Truth;
  /** For each branch that cannot match, the fields that are to blame; a field of several branches once. */
  readonly dead: readonly DeadField[];
}

/** Every path that the pattern looks at, sorted. */
export function pathsOf(pattern: EventPattern): readonly string[] {
  return [...new Set(pattern.branches.flatMap(({ fields }) => fields.map(({ path }) => path)))].sort();
}

/**
 * Whether a pattern is dead for events whose fields hold what the vocabulary says; a path without a vocabulary can
 * hold anything. One with an empty vocabulary holds no value in any event.
 */
export function deadFor(pattern: EventPattern, vocabulary: readonly Vocabulary[]): EventScope {
  const byPath = new Map(vocabulary.map((words) => [words.path, words.texts]));
  const found = pattern.branches.map((branch) => deadFields(branch, byPath));
  const dead = new Map(found.flat().map((field) => [JSON.stringify(field), field]));
  const alive = any(pattern.branches.map((branch) => branchAlive(branch, byPath)));
  return { truth: not(alive), dead: [...dead.values()] };
}

function branchAlive(branch: Branch, byPath: ReadonlyMap<string, readonly string[]>): Truth {
  const fields = branch.fields.map((field) => fieldAlive(field, branch, byPath.get(field.path)));
  return all([...fields, branch.unknownBelow.length > 0 ? "unknown" : "yes"]);
}

function deadFields(branch: Branch, byPath: ReadonlyMap<string, readonly string[]>): readonly DeadField[] {
  return branch.fields
    .filter((field) => fieldAlive(field, branch, byPath.get(field.path)) === "no")
    .map((field) => blamed(field, byPath.get(field.path) ?? []));
}

function fieldAlive(field: FieldPattern, branch: Branch, texts: readonly string[] | undefined): Truth {
  if (texts === undefined) return "yes";
  const below = branch.unknownBelow.some((path) => path === "" || `${field.path}.`.startsWith(`${path}.`));
  if (below) return "unknown";
  const values = texts.map((text): EventValue => ({ kind: "string", text }));
  const accepted = field.tests.flatMap((test) => values.map((value) => testValue(test, value)));
  return any([...accepted, ...field.tests.map(acceptsAbsence)]);
}

function acceptsAbsence(test: ValueTest): Truth {
  if (test.kind === "unknown") return "unknown";
  return test.kind === "exists" && !test.wanted ? "yes" : "no";
}

function blamed({ path, tests }: FieldPattern, texts: readonly string[]): DeadField {
  const wanted = tests.flatMap((test) => ("text" in test ? [test.text] : []));
  const meant = wanted.map((word) => nearest(word, texts)).find((word) => word !== undefined);
  return meant === undefined ? { path, wanted } : { path, wanted, meant };
}
