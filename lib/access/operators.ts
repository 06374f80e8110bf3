import type { SetQualifier } from "./document";

/** What an operator compares: decides how values are read and which mistakes are possible. */
export type ValueType = "string" | "numeric" | "date" | "bool" | "binary" | "ip" | "arn" | "null";

export type Relation = "equals" | "equalsIgnoringCase" | "like" | "less" | "lessOrEqual" | "greater" | "greaterOrEqual";

export interface Comparison {
  /** AWS's spelling. */
  readonly name: string;
  readonly type: ValueType;
  readonly relation: Relation;
  readonly negated: boolean;
}

function comparison(name: string, type: ValueType, relation: Relation, negated = false): Comparison {
  return { name, type, relation, negated };
}

/** Every condition operator (IAM user guide, "Condition operators", read 2026-11). */
export const comparisons: readonly Comparison[] = [
  comparison("StringEquals", "string", "equals"),
  comparison("StringNotEquals", "string", "equals", true),
  comparison("StringEqualsIgnoreCase", "string", "equalsIgnoringCase"),
  comparison("StringNotEqualsIgnoreCase", "string", "equalsIgnoringCase", true),
  comparison("StringLike", "string", "like"),
  comparison("StringNotLike", "string", "like", true),
  comparison("NumericEquals", "numeric", "equals"),
  comparison("NumericNotEquals", "numeric", "equals", true),
  comparison("NumericLessThan", "numeric", "less"),
  comparison("NumericLessThanEquals", "numeric", "lessOrEqual"),
  comparison("NumericGreaterThan", "numeric", "greater"),
  comparison("NumericGreaterThanEquals", "numeric", "greaterOrEqual"),
  comparison("DateEquals", "date", "equals"),
  comparison("DateNotEquals", "date", "equals", true),
  comparison("DateLessThan", "date", "less"),
  comparison("DateLessThanEquals", "date", "lessOrEqual"),
  comparison("DateGreaterThan", "date", "greater"),
  comparison("DateGreaterThanEquals", "date", "greaterOrEqual"),
  comparison("Bool", "bool", "equals"),
  comparison("BinaryEquals", "binary", "equals"),
  comparison("IpAddress", "ip", "equals"),
  comparison("NotIpAddress", "ip", "equals", true),
  comparison("ArnEquals", "arn", "like"),
  comparison("ArnNotEquals", "arn", "like", true),
  comparison("ArnLike", "arn", "like"),
  comparison("ArnNotLike", "arn", "like", true),
  comparison("Null", "null", "equals"),
];

const byName: ReadonlyMap<string, Comparison> = new Map(comparisons.map((entry) => [entry.name.toLowerCase(), entry]));

/** The operator without qualifier and `IfExists`, such as `StringEquals`; `undefined` for no operator of AWS's. */
export function findComparison(name: string): Comparison | undefined {
  return byName.get(name.toLowerCase());
}

export interface OperatorReading {
  readonly comparison: string;
  readonly qualifier?: SetQualifier;
  readonly ifExists: boolean;
}

/** Takes `ForAnyValue:StringLikeIfExists` apart. Whether the comparison exists is another question. */
export function readOperator(operator: string): OperatorReading {
  const colon = operator.indexOf(":");
  const qualifier = qualifierNamed(operator.slice(0, Math.max(colon, 0)));
  const rest = qualifier === undefined ? operator : operator.slice(colon + 1);
  const ifExists = /IfExists$/i.test(rest);
  return {
    comparison: ifExists ? rest.slice(0, -"IfExists".length) : rest,
    ...(qualifier === undefined ? {} : { qualifier }),
    ifExists,
  };
}

function qualifierNamed(text: string): SetQualifier | undefined {
  switch (text.toLowerCase()) {
    case "foranyvalue":
      return "ForAnyValue";
    case "forallvalues":
      return "ForAllValues";
    case "":
      return undefined;
  }
  return undefined;
}
