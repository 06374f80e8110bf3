import { isPropertyList, isPropertyMap, isUnknown, ownProperty, type PropertyValue } from "../../core/properties";
import { all, any, truthOf, type Truth } from "../../core/truth";
import { compareBoolean, compareNumber, compareString } from "./comparison";
import { notYetKnown, nullCompared, wildcardSelector, type Inquiry } from "./inquiry";
import type { Condition, Leaf, Selector, Step } from "./model";

/** Whether a condition holds for a record. */
export function holds(condition: Condition, record: PropertyValue, inquiry: Inquiry): Truth {
  switch (condition.kind) {
    case "all":
      return all(condition.parts.map((part) => holds(part, record, inquiry)));
    case "any":
      return any(condition.parts.map((part) => holds(part, record, inquiry)));
    case "compare":
    case "is":
    case "absent":
      return leafHolds(condition, record, inquiry);
  }
}

function leafHolds(leaf: Leaf, record: PropertyValue, inquiry: Inquiry): Truth {
  const found = select(leaf.selector, record);
  if (found.kind === "undocumented") return inquiry.open(wildcardSelector);
  if (found.kind === "one") return holdsFor(leaf, found.node, inquiry);
  const truths = found.nodes.map((node) => holdsFor(leaf, node, inquiry));
  if (leaf.kind === "absent" || (leaf.kind === "compare" && leaf.operator === "!=")) {
    return unanimous(leaf, truths, inquiry);
  }
  return any(truths);
}

/** `!=` and `NOT EXISTS` with a wildcard selector: nobody says whether one element suffices or all are asked. */
function unanimous(leaf: Leaf, truths: readonly Truth[], inquiry: Inquiry): Truth {
  const [first] = truths;
  if (first === undefined) return leaf.kind === "absent" ? inquiry.open(wildcardSelector) : "no";
  return truths.every((truth) => truth === first) ? first : inquiry.open(wildcardSelector);
}

/** What a selector finds: `undefined` stands for nothing. */
type Found =
  | { readonly kind: "one"; readonly node: PropertyValue | undefined }
  | { readonly kind: "many"; readonly nodes: readonly (PropertyValue | undefined)[] }
  | { readonly kind: "undocumented" };

function select(selector: Selector, record: PropertyValue): Found {
  let nodes: readonly (PropertyValue | undefined)[] = [record];
  let many = false;
  for (const step of selector.steps) {
    if (step.kind === "any-member" && nodes.some(isPropertyList)) return { kind: "undocumented" };
    many ||= spreads(step, nodes);
    nodes = nodes.flatMap((node) => takeStep(step, node));
  }
  return many ? { kind: "many", nodes } : { kind: "one", node: nodes[0] };
}

function spreads(step: Step, nodes: readonly (PropertyValue | undefined)[]): boolean {
  if (step.kind === "any-element") return nodes.some(isPropertyList);
  return step.kind === "any-member" && nodes.some((node) => !isUnknown(node) && isPropertyMap(node));
}

function takeStep(step: Step, node: PropertyValue | undefined): readonly (PropertyValue | undefined)[] {
  if (node === undefined || isUnknown(node)) return [node];
  switch (step.kind) {
    case "name":
      return [isPropertyMap(node) ? ownProperty(node, step.name) : undefined];
    case "index":
      return [isPropertyList(node) ? node[step.index] : undefined];
    case "any-element":
      return isPropertyList(node) ? node : [undefined];
    case "any-member":
      return isPropertyMap(node) ? Object.values(node) : [undefined];
  }
}

/** INVARIANT: an absent field satisfies `NOT EXISTS` alone; `!=` is false for it (seen on AWS). */
function holdsFor(leaf: Leaf, node: PropertyValue | undefined, inquiry: Inquiry): Truth {
  if (node === undefined) return truthOf(leaf.kind === "absent");
  if (isUnknown(node)) return inquiry.open(notYetKnown);
  switch (leaf.kind) {
    case "absent":
      return "no";
    case "is":
      return isValue(leaf.value, node, inquiry);
    case "compare":
      return compares(leaf, node, inquiry);
  }
}

function isValue(wanted: "NULL" | "TRUE" | "FALSE", node: PropertyValue, inquiry: Inquiry): Truth {
  if (node === null || typeof node === "boolean") return truthOf(String(node).toUpperCase() === wanted);
  const spelled = typeof node === "string" && wanted !== "NULL" && node.toUpperCase() === wanted;
  return spelled ? inquiry.open(`whether the string \`${node}\` satisfies IS ${wanted} is not documented`) : "no";
}

function compares(leaf: Extract<Leaf, { kind: "compare" }>, node: PropertyValue, inquiry: Inquiry): Truth {
  const { operator, value } = leaf;
  if (typeof node === "string") return compareString(node, operator, value, inquiry);
  if (typeof node === "number") return compareNumber(node, operator, value, inquiry);
  if (typeof node === "boolean") return compareBoolean(node, operator, value, inquiry);
  if (node === null) return operator === "=" || operator === "!=" ? inquiry.open(nullCompared) : "no";
  return "no";
}
