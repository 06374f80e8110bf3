import type { PropertyValue } from "../../core/properties";
import type { Leaf, Step } from "./model";

/** Nothing that a pattern is likely to mention. */
const unlikely = "-";

type Draft = Map<string | number, Draft | PropertyValue>;

/** A record made to satisfy the conditions together. Whether it does is for the caller to ask. */
export function recordWith(leaves: readonly Leaf[]): PropertyValue {
  const root: Draft = new Map();
  for (const leaf of [...leaves].sort((one, other) => certainty(one) - certainty(other))) {
    if (leaf.kind !== "absent") put(root, leaf.selector.steps, valueFor(leaf));
  }
  return finished(root);
}

/** A record in which every selector finds a string that no pattern asks for. */
export function recordWithout(leaves: readonly Leaf[]): PropertyValue {
  const root: Draft = new Map();
  for (const { selector } of leaves) put(root, selector.steps, unlikely);
  return finished(root);
}

/** A record in which every selector finds a text that it is compared with, so that `!=` fails. */
export function recordWithTexts(leaves: readonly Leaf[]): PropertyValue {
  const root: Draft = new Map();
  for (const leaf of leaves) {
    const text = leaf.kind === "compare" && leaf.value.kind === "text" ? leaf.value.text.replaceAll("*", "") : "";
    put(root, leaf.selector.steps, text === "" ? unlikely : text);
  }
  return finished(root);
}

/** Later conditions overwrite earlier ones: the ones that fix a value come last, whole texts after wildcards. */
function certainty(leaf: Leaf): number {
  if (leaf.kind !== "compare") return 3;
  if (leaf.operator === "!=" || leaf.value.kind === "regex") return 0;
  return leaf.operator === "=" && !leaf.value.text.includes("*") ? 2 : 1;
}

function valueFor(leaf: Exclude<Leaf, { kind: "absent" }>): PropertyValue {
  if (leaf.kind === "is") return leaf.value === "NULL" ? null : leaf.value === "TRUE";
  if (leaf.operator === "!=" || leaf.value.kind === "regex") return unlikely;
  if (leaf.value.quoted || leaf.value.number === undefined) return leaf.value.text.replaceAll("*", "") || unlikely;
  const beyond = { "<": -1, ">": 1, "=": 0, "<=": 0, ">=": 0 } as const;
  return leaf.value.number + beyond[leaf.operator];
}

function put(root: Draft, steps: readonly Step[], value: PropertyValue): void {
  let place = root;
  for (const [index, step] of steps.entries()) {
    const key = keyOf(step);
    if (index === steps.length - 1) {
      if (!isDraft(place.get(key))) place.set(key, value);
      return;
    }
    const next = place.get(key);
    const below: Draft = isDraft(next) ? next : new Map<string | number, Draft | PropertyValue>();
    place.set(key, below);
    place = below;
  }
}

function isDraft(value: Draft | PropertyValue | undefined): value is Draft {
  return value instanceof Map;
}

function keyOf(step: Step): string | number {
  switch (step.kind) {
    case "name":
      return step.name;
    case "index":
      return Math.min(step.index, 1000);
    case "any-element":
      return 0;
    case "any-member":
      return unlikely;
  }
}

/** Positions make a list, with unlikely texts in the gaps; names make an object. */
function finished(draft: Draft | PropertyValue): PropertyValue {
  if (!isDraft(draft)) return draft;
  const keys = [...draft.keys()];
  const positions = keys.filter((key) => typeof key === "number");
  if (positions.length === 0 || positions.length < keys.length) {
    return Object.fromEntries([...draft].map(([key, value]) => [String(key), finished(value)]));
  }
  const length = Math.max(...positions) + 1;
  return Array.from({ length }, (_, index) => finished(draft.get(index) ?? unlikely));
}
