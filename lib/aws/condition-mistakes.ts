import { blockContains, isPrivateBlock, readAddressBlock } from "../access/addresses";
import {
  type Condition,
  type Element,
  type PolicyDocument,
  type Statement,
  hasPolicyVariables,
} from "../access/document";
import { actionsOf } from "../access/ask";
import {
  type ConditionKeyFacts,
  conditionKeyFacts,
  conditionKeysDate,
  isMultivalued,
  nearestConditionKey,
} from "../access/facts/condition-keys";
import { type ConditionKeyType, serviceFacts } from "../access/facts/service-facts";
import { splitArn } from "../access/match";
import { type Comparison, type ValueType, findComparison } from "../access/operators";
import { servicePrefix } from "../access/service-prefix";
import { hasVariable, templateParts } from "../access/variables";
import { isUnknown } from "../core/properties";
import { type Place } from "../core/read";
import { type CarriedDocument } from "./documents";
import { placeInDocument } from "./policy-document";
import { knownTexts } from "./statements";

/** One mistake in a condition; `line` is the condition as it should be, where that can be told. */
export interface ConditionMistake<Id extends string> {
  readonly id: Id;
  readonly place: Place;
  readonly data: {
    readonly document: string;
    readonly statement: string;
    readonly key: string;
    readonly operator: string;
    /** The value in question, or what else the message names. */
    readonly value: string;
    readonly line: string;
  };
}

/** What a detector says of one condition: where in it, and how it should be written. */
interface Detected<Id extends string> {
  readonly id: Id;
  /** A value's path; the condition's own unless given. */
  readonly path?: string;
  readonly value?: string;
  readonly line?: string;
}

interface Surroundings {
  readonly statement: Statement;
  readonly document: PolicyDocument;
}

type Detector<Id extends string> = (condition: Condition, around: Surroundings) => readonly Detected<Id>[];

/** The documents of which nothing is known yet: no condition of theirs can be judged. */
export function unreadDocuments(documents: readonly CarriedDocument[]): readonly Place[] {
  return documents.flatMap(({ read }) => (read.kind === "unknown" ? [read.place] : []));
}

function mistakesIn<Id extends string>(
  documents: readonly CarriedDocument[],
  detect: Detector<Id>,
): readonly ConditionMistake<Id>[] {
  return documents.flatMap((carried) => {
    const { read } = carried;
    if (read.kind !== "known") return [];
    return read.value.statements.flatMap((statement) =>
      statement.conditions
        .filter(({ unknown }) => !unknown)
        .flatMap((condition) =>
          detect(condition, { statement, document: read.value }).map((detected) =>
            mistake(carried, statement, condition, detected),
          ),
        ),
    );
  });
}

function mistake<Id extends string>(
  { label, read }: CarriedDocument,
  { sid, path }: Statement,
  condition: Condition,
  { id, path: at, value, line }: Detected<Id>,
): ConditionMistake<Id> {
  const { key, operator } = condition;
  return {
    id,
    place: placeInDocument(read, at ?? condition.path),
    data: {
      document: label,
      statement: sid === undefined || sid === "" ? path : sid,
      key,
      operator,
      value: value ?? "",
      line: line ?? lineOf(condition, {}),
    },
  };
}

/** The condition as a line of JSON, with some of its parts replaced: `"IpAddress": { "aws:SourceIp": "203.0.113.0/24" }`. */
function lineOf(
  condition: Condition,
  { operator, key, values }: { readonly operator?: string; readonly key?: string; readonly values?: readonly string[] },
): string {
  const written = values ?? knownTexts(condition.values);
  const list = written.length === 1 ? JSON.stringify(written[0]) : JSON.stringify(written);
  return `${JSON.stringify(operator ?? condition.operator)}: { ${JSON.stringify(key ?? condition.key)}: ${list} }`;
}

/** The operator with another comparison, its qualifier and `IfExists` kept. */
function withComparison({ qualifier, ifExists }: Condition, name: string): string {
  return `${qualifier === undefined ? "" : `${qualifier}:`}${name}${ifExists ? "IfExists" : ""}`;
}

/** Keys that no request carries: misspelled, without a service, or tags without the tag's name. */
export function unknownKeys(documents: readonly CarriedDocument[]) {
  return mistakesIn<"misspelled" | "noPrefix" | "noTag">(documents, (condition) => {
    const { key } = condition;
    if (conditionKeyFacts(key) !== undefined) return [];
    if (isBareTagKey(key)) return [{ id: "noTag", line: lineOf(condition, { key: `${key.replace(/\/$/, "")}/team` }) }];
    if (!/^[^:\s]+:\S/.test(key)) return [{ id: "noPrefix" }];
    const meant = meantKey(key);
    return meant === undefined ? [] : [{ id: "misspelled", value: meant, line: lineOf(condition, { key: meant }) }];
  });
}

/** Keys of a listed service, or global ones, that AWS does not list and that are no slip of a listed one. */
export function unlistedKeys(documents: readonly CarriedDocument[]) {
  return mistakesIn<"unlisted">(documents, ({ key }, { statement: { actions } }) => {
    const [home, name] = [servicePrefix(key), key.slice(key.indexOf(":") + 1)];
    if (home !== "aws" && serviceFacts(home) === undefined) return [];
    if (name.trim() === "" || conditionKeyFacts(key) !== undefined || isBareTagKey(key)) return [];
    if (usedByAws.has(key.toLowerCase()) || meantKey(key) !== undefined) return [];
    const services = [...new Set(knownTexts(actions).map(servicePrefix))];
    if (services.some((service) => serviceFacts(service)?.keys.has(key.toLowerCase()))) return [];
    return [{ id: "unlisted", value: conditionKeysDate() }];
  });
}

/** Keys that AWS's managed policies (as of 2026-08) use although its own listing has them not. */
const usedByAws: ReadonlySet<string> = new Set(["aws:principalorgmasteraccountid", "lakeformation:gluearn"]);

function isBareTagKey(key: string): boolean {
  return conditionKeyFacts(`${key.replace(/\/$/, "")}/team`)?.name.endsWith("/tag-key") === true;
}

/** Families such as `s3:ExistingObjectTag/<key>` are no spelling that anybody can write. */
function meantKey(key: string): string | undefined {
  const near = nearestConditionKey(key);
  return near === undefined || /[<{]/.test(near) ? undefined : (conditionKeyFacts(near)?.name ?? near);
}

/** Operators that compare something else than the key holds: the condition is then never met, or always. */
export function mistypedConditions(documents: readonly CarriedDocument[]) {
  return mistakesIn<"mistyped">(documents, (condition) => {
    const comparison = findComparison(condition.comparison);
    const type = conditionKeyFacts(condition.key)?.type;
    if (comparison === undefined || type === undefined || suits(comparison.type, type, condition)) return [];
    const operator = withComparison(condition, operatorFor(type, comparison));
    return [{ id: "mistyped", value: typeWords[type], line: lineOf(condition, { operator }) }];
  });
}

/** Values that are no ARN under operators that compare ARNs. What a wildcard or a variable stands for may be one. */
export function valuesWithoutArn(documents: readonly CarriedDocument[]) {
  return mistakesIn<"noArn">(documents, (condition) => {
    const type = conditionKeyFacts(condition.key)?.type;
    if (findComparison(condition.comparison)?.type !== "arn") return [];
    if (type !== undefined && !suits("arn", type, condition)) return [];
    return knownElements(condition)
      .filter(({ value }) => !value.startsWith("arn:") && !/[*?]|\$\{/.test(value))
      .map(({ value, path }) => ({ id: "noArn" as const, path, value }));
  });
}

/** String operators on keys of ARNs and truth values: they work as long as the value is written just so. */
export function looselyTypedConditions(documents: readonly CarriedDocument[]) {
  return mistakesIn<"loose">(documents, (condition) => {
    const comparison = findComparison(condition.comparison);
    const type = conditionKeyFacts(condition.key)?.type;
    if (comparison?.type !== "string" || type === undefined) return [];
    if (!isLoose(type, comparison, condition)) return [];
    const operator = withComparison(condition, operatorFor(type, comparison));
    return [{ id: "loose", value: typeWords[type], line: lineOf(condition, { operator }) }];
  });
}

/**
 * An exact ARN is the same text to either operator, and AWS's own examples compare it as text. A pattern that leaves
 * segments out, such as `arn:aws:codepipeline:*`, only a text operator surely takes.
 */
function isLoose(type: ConditionKeyType, { relation }: Comparison, { values }: Condition): boolean {
  if (type === "Bool" || type === "ArrayOfBool") return true;
  if (type !== "ARN" && type !== "ArrayOfARN") return false;
  const texts = knownTexts(values);
  return (
    relation === "like" &&
    texts.some((value) => /[*?]/.test(value)) &&
    texts.every((value) => splitArn(value) !== undefined)
  );
}

const typeWords: Readonly<Record<ConditionKeyType, string>> = {
  String: "text",
  ArrayOfString: "texts",
  Numeric: "a number",
  Date: "a date",
  Bool: "a truth value",
  ArrayOfBool: "truth values",
  IPAddress: "an address",
  ARN: "an ARN",
  ArrayOfARN: "ARNs",
};

/** Text operators on ARNs, truth values and numbers compare the written text: loose, but no mistake. */
function suits(operator: ValueType, key: ConditionKeyType, { key: name }: Condition): boolean {
  if (operator === "null") return true;
  switch (key) {
    case "String":
    case "ArrayOfString":
      return operator === "string" || operator === "arn" || operator === "binary";
    case "ARN":
    case "ArrayOfARN":
      return operator === "arn" || operator === "string";
    case "Bool":
    case "ArrayOfBool":
      return operator === "bool" || operator === "string";
    case "Numeric":
      return operator === "numeric" || operator === "string";
    case "Date":
      return operator === "date" || (operator === "numeric" && !/currenttime$/i.test(name));
    case "IPAddress":
      return operator === "ip";
  }
}

function operatorFor(type: ConditionKeyType, { negated }: Comparison): string {
  const not = negated ? "Not" : "";
  switch (type) {
    case "String":
    case "ArrayOfString":
      return `String${not}Equals`;
    case "ARN":
    case "ArrayOfARN":
      return `Arn${not}Like`;
    case "Bool":
    case "ArrayOfBool":
      return "Bool";
    case "Numeric":
      return `Numeric${not}Equals`;
    case "Date":
      return "DateLessThan";
    case "IPAddress":
      return negated ? "NotIpAddress" : "IpAddress";
  }
}

/** `ForAllValues` on keys of one value, and keys of several values without a qualifier. */
export function misusedQualifiers(documents: readonly CarriedDocument[]) {
  return mistakesIn<"allOfOne" | "noQualifier">(documents, (condition, { statement }) => {
    const facts = conditionKeyFacts(condition.key);
    if (facts === undefined || isDisputed(condition.key) || findComparison(condition.comparison)?.type === "null")
      return [];
    const bare = `${condition.comparison}${condition.ifExists ? "IfExists" : ""}`;
    if (condition.qualifier === "ForAllValues" && !isMultivalued(facts.type)) {
      return [{ id: "allOfOne", line: lineOf(condition, { operator: bare }) }];
    }
    if (condition.qualifier !== undefined || !isMultivalued(facts.type)) return [];
    const qualifier = statement.effect === "Deny" ? "ForAnyValue" : "ForAllValues";
    return [{ id: "noQualifier", line: lineOf(condition, { operator: `${qualifier}:${bare}` }) }];
  });
}

/** Private blocks as the source of requests, which AWS sees with their public address. */
export function privateSources(documents: readonly CarriedDocument[]) {
  return mistakesIn<"privateSource">(documents, (condition) => {
    if (condition.key.toLowerCase() !== "aws:sourceip") return [];
    const line = lineOf(condition, { key: "aws:VpcSourceIp" });
    return knownElements(condition).flatMap(({ value, path }) => {
      const block = readAddressBlock(value);
      return block !== undefined && isPrivateBlock(block) ? [{ id: "privateSource" as const, path, value, line }] : [];
    });
  });
}

/** Blocks with bits beyond their length: `203.0.113.7/24` stands for `203.0.113.0/24`. */
export function looseBlocks(documents: readonly CarriedDocument[]) {
  return mistakesIn<"looseBlock">(documents, (condition) => {
    if (findComparison(condition.comparison)?.type !== "ip") return [];
    return knownElements(condition).flatMap(({ value, path }) => {
      const canonical = canonicalBlock(value);
      if (canonical === undefined || canonical === value) return [];
      const values = knownTexts(condition.values).map((each) => (each === value ? canonical : each));
      return [{ id: "looseBlock" as const, path, value, line: lineOf(condition, { values }) }];
    });
  });
}

/** The block of version 4 without bits beyond its length; blocks of version 6 have too many spellings. */
function canonicalBlock(text: string): string | undefined {
  const block = readAddressBlock(text);
  if (block?.version !== 4 || !text.includes("/")) return undefined;
  const shift = BigInt(32 - block.length);
  const bits = (block.bits >> shift) << shift;
  const parts = [24n, 16n, 8n, 0n].map((offset) => String((bits >> offset) & 255n));
  return bits === block.bits ? text : `${parts.join(".")}/${block.length}`;
}

/** Wildcards under operators that take them as plain characters. */
export function literalWildcards(documents: readonly CarriedDocument[]) {
  return mistakesIn<"literal">(documents, (condition, { document }) => {
    const comparison = findComparison(condition.comparison);
    if (comparison?.type !== "string" || comparison.relation === "like") return [];
    return knownElements(condition).flatMap(({ value, path }) => {
      if (!hasWildcard(value, hasPolicyVariables(document))) return [];
      const operator = withComparison(condition, comparison.negated ? "StringNotLike" : "StringLike");
      return [{ id: "literal" as const, path, value, line: lineOf(condition, { operator }) }];
    });
  });
}

/** `?` alone is common in addresses of pages, and not taken for a wildcard. */
function hasWildcard(value: string, variables: boolean): boolean {
  if (!variables || !hasVariable(value)) return value.includes("*");
  return templateParts(value).some((part) => part.kind === "text" && part.text.includes("*"));
}

const successors: ReadonlyMap<string, string> = new Map([["aws:sourceowner", "aws:SourceAccount"]]);

/** Keys that AWS keeps for old policies only (SNS developer guide on `aws:SourceOwner`, read 2026-11). */
export function deprecatedKeys(documents: readonly CarriedDocument[]) {
  return mistakesIn<"deprecated">(documents, (condition) => {
    const successor = successors.get(condition.key.toLowerCase());
    return successor === undefined
      ? []
      : [{ id: "deprecated", value: successor, line: lineOf(condition, { key: successor }) }];
  });
}

/** Conditions without any value. */
export function emptyConditions(documents: readonly CarriedDocument[]) {
  return mistakesIn<"empty">(documents, ({ values }) => (values.length === 0 ? [{ id: "empty" }] : []));
}

/** Conditions that say two things at once, or ask for existence in a roundabout way. */
export function contradictions(documents: readonly CarriedDocument[]) {
  return mistakesIn<"bothTruths" | "qualifiedNull">(documents, (condition) => {
    const type = findComparison(condition.comparison)?.type;
    const operator = condition.comparison;
    if (type === "null" && condition.qualifier !== undefined) {
      return [{ id: "qualifiedNull", line: lineOf(condition, { operator }) }];
    }
    const truths = new Set(knownTexts(condition.values).map((value) => value.toLowerCase()));
    if ((type !== "bool" && type !== "null") || truths.size < 2) return [];
    return [{ id: "bothTruths", line: lineOf(condition, { values: ["true"] }) }];
  });
}

/** Conditions that ask whether a key exists by a comparison with everything. */
export function roundaboutNulls(documents: readonly CarriedDocument[]) {
  return mistakesIn<"anything">(documents, (condition) => {
    const comparison = findComparison(condition.comparison);
    if (comparison?.relation !== "like" || comparison.type !== "string" || comparison.negated || condition.ifExists)
      return [];
    if (condition.qualifier !== undefined || !knownTexts(condition.values).includes("*")) return [];
    return [{ id: "anything", line: lineOf(condition, { operator: "Null", values: ["false"] }) }];
  });
}

const networkIds: readonly (readonly [key: string, form: RegExp, example: string])[] = [
  ["aws:sourcevpc", /^vpc-(?:[0-9a-f]{8}|[0-9a-f]{17})$/, "vpc-0123456789abcdef0"],
  ["aws:sourcevpce", /^vpce-(?:[0-9a-f]{8}|[0-9a-f]{17})$/, "vpce-0123456789abcdef0"],
];

/** Ids of VPCs and endpoints that no such thing can have. */
export function malformedNetworkIds(documents: readonly CarriedDocument[]) {
  return mistakesIn<"noNetworkId">(documents, (condition) => {
    const [, form, example] = networkIds.find(([key]) => key === condition.key.toLowerCase()) ?? [];
    if (form === undefined || findComparison(condition.comparison)?.type !== "string") return [];
    return knownElements(condition)
      .filter(({ value }) => !form.test(value) && !/[*?]|\$\{/.test(value))
      .map(({ value, path }) => ({
        id: "noNetworkId" as const,
        path,
        value,
        line: lineOf(condition, { values: [example ?? ""] }),
      }));
  });
}

/** Private addresses without the network they belong to: every VPC may use the same ones. */
export function unpairedKeys(documents: readonly CarriedDocument[]) {
  return mistakesIn<"unpaired">(documents, (condition, { statement }) => {
    if (condition.key.toLowerCase() !== "aws:vpcsourceip") return [];
    const paired = statement.conditions.some(({ key, unknown }) => unknown || /^aws:sourcevpc(?:e|arn)?$/i.test(key));
    if (paired) return [];
    return [{ id: "unpaired", line: '"StringEquals": { "aws:SourceVpc": "vpc-0123456789abcdef0" }' }];
  });
}

/** Values that another value of the same condition covers. */
export function redundantValues(documents: readonly CarriedDocument[]) {
  return mistakesIn<"redundant">(documents, (condition) => {
    const elements = knownElements(condition).slice(0, longestList);
    return elements.flatMap(({ value, path }, index) => {
      const cover = elements.find(
        (other, at) => at !== index && coversValue(condition, other.value, value, at < index),
      );
      if (cover === undefined) return [];
      const values = knownTexts(condition.values).filter((_, at) => at !== index);
      return [{ id: "redundant" as const, path, value, line: lineOf(condition, { values }) }];
    });
  });
}

/** Longer lists are not compared pair by pair. */
const longestList = 100;

function coversValue({ comparison }: Condition, wide: string, narrow: string, earlier: boolean): boolean {
  if (wide === narrow) return earlier;
  if (findComparison(comparison)?.type !== "ip") return false;
  const [one, other] = [readAddressBlock(wide), readAddressBlock(narrow)];
  return one !== undefined && other !== undefined && one.length < other.length && blockContains(one, other);
}

/** Keys of a service that none of the statement's actions carries, and tags where the service knows none. */
export function inertKeys(documents: readonly CarriedDocument[]) {
  return mistakesIn<"neverMet" | "alwaysMet" | "denyNeverMet">(documents, (condition, { statement }) => {
    if (!isInert(condition, statement)) return [];
    const comparison = findComparison(condition.comparison);
    if (comparison === undefined || comparison.type === "null") return [];
    const met = condition.ifExists || comparison.negated || condition.qualifier === "ForAllValues";
    if (statement.effect === "Deny") return met ? [] : [{ id: "denyNeverMet" }];
    return [{ id: met ? "alwaysMet" : "neverMet" }];
  });
}

function isInert({ key }: Condition, statement: Statement): boolean {
  const facts = conditionKeyFacts(key);
  if (facts === undefined || disputedKeys.test(key) || !areKnown(statement)) return false;
  if (isForeign(facts, statement)) return true;
  if (isDisputed(key)) return false;
  const actions = actionsOf(statement);
  if (actions.length === 0 || actions.length > mostActions) return false;
  if (isResourceTag(key)) return actions.every(({ name }) => !knowsResourceTags(servicePrefix(name)));
  if (facts.global || serviceFacts(servicePrefix(key)) === undefined) return false;
  const wanted = facts.name.toLowerCase();
  return actions.every(({ conditionKeys }) => !conditionKeys.some((carried) => carried.toLowerCase() === wanted));
}

/** Whether the key belongs to one service and the actions, however many, to others that do not list it. */
function isForeign({ name, global }: ConditionKeyFacts, { actions }: Statement): boolean {
  const home = servicePrefix(name);
  if (global || serviceFacts(home) === undefined) return false;
  const services = [...new Set(knownTexts(actions).map(servicePrefix))];
  return services.every((service) => {
    const facts = serviceFacts(service);
    return facts !== undefined && service !== home && !facts.keys.has(name.toLowerCase());
  });
}

/**
 * Keys that AWS's managed policies (as of 2026-08) use otherwise than its own listing of keys has them: which of the two is
 * right cannot be told from here, so neither is reported.
 */
function isDisputed(key: string): boolean {
  return disputedKeys.test(key) || (/:resourcetag\//i.test(key) && !isResourceTag(key));
}

const disputedKeys =
  /^(aws-marketplace:|a4b:|iottwinmaker:|codestar-connections:|events:detail-type$|organizations:serviceprincipal$)/i;

/** Statements with more actions than this are wildcards over services, of which some action carries the key. */
const mostActions = 400;

/** Every action is written, known and listed: what AWS added since the facts were read may carry the key. */
function areKnown({ actions }: Statement): boolean {
  return (actions ?? []).length > 0 && (actions ?? []).every(({ value }) => !isUnknown(value) && value !== "*");
}

function isResourceTag(key: string): boolean {
  return /^aws:resourcetag\//i.test(key);
}

function knowsResourceTags(service: string): boolean {
  return [...(serviceFacts(service)?.keys.keys() ?? [])].some((key) => /:resourcetag\//.test(key));
}

interface KnownElement {
  readonly value: string;
  readonly path: string;
}

function knownElements({ values }: Condition): readonly KnownElement[] {
  return values.flatMap(({ value, path }: Element) => (isUnknown(value) ? [] : [{ value, path }]));
}
