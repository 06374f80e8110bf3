import { nearest } from "../core/nearest";
import type { PropertyMap, PropertyValue } from "../core/properties";
import { isPropertyList, isPropertyMap, isUnknown, unknownValue } from "../core/properties";
import type {
  Condition,
  DocumentProblem,
  Effect,
  Element,
  PolicyDocument,
  Principal,
  PrincipalKind,
  Statement,
} from "./document";
import { deepestNesting, readJson } from "./json";
import type { JsonReading } from "./json";
import { readOperator } from "./operators";

const documentElements = ["Version", "Id", "Statement"] as const;
const statementElements = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
] as const;
type StatementElement = (typeof statementElements)[number];
const principalTypes: ReadonlyMap<string, PrincipalKind> = new Map([
  ["AWS", "aws"],
  ["Service", "service"],
  ["Federated", "federated"],
  ["CanonicalUser", "canonicalUser"],
]);

/**
 * Reads an IAM policy document from JSON text or an object tree. Never throws and takes linear time: what cannot be
 * read becomes a problem, what is not known yet an unknown part, and the rest is read all the same.
 */
export function parsePolicy(value: PropertyValue | undefined): PolicyDocument {
  if (typeof value !== "string") return new DocumentReader(undefined).read(value ?? null);
  const reading = readJson(value);
  const reader = new DocumentReader(reading);
  if (reading.value === undefined) return reader.readNothing(value);
  return reader.read(reading.value);
}

class DocumentReader {
  private readonly problems: DocumentProblem[] = [];
  private readonly unknownParts: string[] = [];

  constructor(private readonly reading: JsonReading | undefined) {
    for (const { path, offset } of reading?.repeated ?? []) this.reportRepeated(path, offset);
  }

  readNothing(text: string): PolicyDocument {
    const { message, fix, offset } = this.reading?.problem ?? {
      message: "the document is no JSON",
      offset: 0,
      fix: undefined,
    };
    const position = this.reading?.positionAt(offset);
    this.problems.push({
      code: "invalidJson",
      path: "",
      message,
      ...(position === undefined ? {} : { position }),
      ...(fix === undefined ? {} : { fix }),
    });
    return this.document([], false, text.length);
  }

  read(value: PropertyValue): PolicyDocument {
    if (isUnknown(value)) {
      this.unknownParts.push("");
      return this.document([unknownStatement(0, "")], false, 0);
    }
    if (!isPropertyMap(value)) {
      this.reportRoot(value);
      return this.document([], false, sizeOf(value, 0));
    }
    const elements = this.readElements(value, "", documentElements);
    const version = this.readText(elements.get("Version"), "Version");
    const id = this.readText(elements.get("Id"), "Id");
    const statement = elements.get("Statement");
    const statements = this.readStatements(statement?.value, statement?.path ?? "Statement");
    return {
      ...(version === undefined ? {} : { version }),
      ...(id === undefined ? {} : { id }),
      ...this.document(statements, isPropertyMap(statement?.value), sizeOf(value, 0)),
    };
  }

  private document(statements: readonly Statement[], singleStatement: boolean, size: number): PolicyDocument {
    return {
      statements,
      singleStatement,
      problems: this.problems,
      unknownParts: this.unknownParts,
      size,
      positionOf: (path) => this.reading?.positionOf(path),
    };
  }

  private readStatements(value: PropertyValue | undefined, path: string): readonly Statement[] {
    if (value === undefined) return [];
    if (isPropertyList(value)) return value.map((item, index) => this.readStatement(item, index, `${path}[${index}]`));
    return [this.readStatement(value, 0, path)];
  }

  private readStatement(value: PropertyValue, index: number, path: string): Statement {
    if (isUnknown(value)) {
      this.unknownParts.push(path);
      return unknownStatement(index, path);
    }
    if (!isPropertyMap(value)) {
      this.report("wrongType", path, `a statement is an object, not ${nameOfType(value)}`);
      return { index, path, conditions: [] };
    }
    const elements = this.readElements(value, path, statementElements);
    const sid = this.readText(elements.get("Sid"), "Sid");
    const effect = this.readEffect(elements.get("Effect"));
    return {
      index,
      path,
      ...(sid === undefined ? {} : { sid }),
      ...(effect === undefined ? {} : { effect }),
      ...this.readPrincipalElements(elements),
      ...this.readListElements(elements),
      conditions: this.readConditions(elements.get("Condition")),
    };
  }

  private readPrincipalElements(
    elements: ReadonlyMap<StatementElement, Found>,
  ): Pick<Statement, "principals" | "notPrincipals"> {
    const principals = this.readPrincipals(elements.get("Principal"));
    const notPrincipals = this.readPrincipals(elements.get("NotPrincipal"));
    return {
      ...(principals === undefined ? {} : { principals }),
      ...(notPrincipals === undefined ? {} : { notPrincipals }),
    };
  }

  private readListElements(
    elements: ReadonlyMap<StatementElement, Found>,
  ): Pick<Statement, "actions" | "notActions" | "resources" | "notResources"> {
    const actions = this.readList(elements.get("Action"));
    const notActions = this.readList(elements.get("NotAction"));
    const resources = this.readList(elements.get("Resource"));
    const notResources = this.readList(elements.get("NotResource"));
    return {
      ...(actions === undefined ? {} : { actions }),
      ...(notActions === undefined ? {} : { notActions }),
      ...(resources === undefined ? {} : { resources }),
      ...(notResources === undefined ? {} : { notResources }),
    };
  }

  /** The elements by AWS's own spelling. A name in the wrong case is reported and read all the same. */
  private readElements<Name extends string>(
    map: PropertyMap,
    path: string,
    names: readonly Name[],
  ): ReadonlyMap<Name, Found> {
    const found = new Map<Name, Found>();
    for (const [written, value] of Object.entries(map)) {
      const place = path === "" ? written : `${path}.${written}`;
      const name = names.find((candidate) => candidate.toLowerCase() === written.toLowerCase());
      if (name === undefined) {
        this.reportUnknownElement(written, place, names);
        continue;
      }
      if (name !== written) {
        this.report("elementCase", place, `\`${written}\` is not how AWS writes this element`, `write \`${name}\``);
      }
      found.set(name, { value, path: place });
    }
    return found;
  }

  private readText(found: Found | undefined, name: string): string | undefined {
    if (found === undefined) return undefined;
    if (isUnknown(found.value)) {
      this.unknownParts.push(found.path);
      return undefined;
    }
    if (typeof found.value === "string") return found.value;
    this.report("wrongType", found.path, `\`${name}\` is a string, not ${nameOfType(found.value)}`);
    return undefined;
  }

  private readEffect(found: Found | undefined): Statement["effect"] {
    if (found !== undefined && isUnknown(found.value)) {
      this.unknownParts.push(found.path);
      return unknownValue;
    }
    const text = this.readText(found, "Effect");
    if (found === undefined || text === undefined) return undefined;
    if (isEffect(text)) return text;
    const meant = nearest(text, ["Allow", "Deny"]);
    this.report(
      "invalidEffect",
      found.path,
      `\`${shown(text)}\` is no effect: AWS knows \`Allow\` and \`Deny\`, spelled so`,
      meant === undefined ? undefined : `write \`${meant}\``,
    );
    return undefined;
  }

  private readList(found: Found | undefined): readonly Element[] | undefined {
    return found === undefined ? undefined : this.readValues(found.value, found.path);
  }

  private readValues(value: PropertyValue, path: string): readonly Element[] {
    if (!isPropertyList(value)) return this.readValue(value, path);
    return value.flatMap((item, index) => this.readValue(item, `${path}[${index}]`));
  }

  private readValue(value: PropertyValue, path: string): readonly Element[] {
    if (isUnknown(value)) {
      this.unknownParts.push(path);
      return [{ value, path }];
    }
    if (typeof value === "string") return [{ value, path }];
    this.report("wrongType", path, `a string is expected, not ${nameOfType(value)}`);
    return [];
  }

  private readPrincipals(found: Found | undefined): readonly Principal[] | undefined {
    if (found === undefined) return undefined;
    const { value, path } = found;
    if (isUnknown(value)) {
      this.unknownParts.push(path);
      return [{ kind: "unknown", value, path }];
    }
    if (value === "*") return [{ kind: "star", value, path }];
    if (!isPropertyMap(value)) {
      this.report(
        "wrongType",
        path,
        `a principal is \`"*"\` or an object such as \`{ "AWS": "arn:aws:iam::123456789012:role/name" }\`, not ${nameOfType(value)}`,
      );
      return [];
    }
    return Object.entries(value).flatMap(([type, listed]) => this.readPrincipalType(type, listed, `${path}.${type}`));
  }

  private readPrincipalType(type: string, value: PropertyValue, path: string): readonly Principal[] {
    const types = [...principalTypes.keys()];
    const name = principalTypes.has(type) ? type : types.find((known) => known.toLowerCase() === type.toLowerCase());
    const kind = name === undefined ? undefined : principalTypes.get(name);
    if (kind === undefined) {
      this.reportUnknownElement(type, path, types);
      return [];
    }
    if (name !== type)
      this.report("elementCase", path, `\`${type}\` is not how AWS writes this element`, `write \`${name}\``);
    return this.readValues(value, path).map((element) => asPrincipal(kind, element));
  }

  private readConditions(found: Found | undefined): readonly Condition[] {
    if (found === undefined) return [];
    const { value, path } = found;
    if (isUnknown(value)) return [this.unknownCondition("", "", path)];
    if (isPropertyMap(value)) {
      return Object.entries(value).flatMap(([operator, keys]) =>
        this.readOperatorBlock(operator, keys, `${path}.${operator}`),
      );
    }
    this.report("wrongType", path, `a condition is an object of operators, not ${nameOfType(value)}`);
    return [];
  }

  private readOperatorBlock(operator: string, keys: PropertyValue, path: string): readonly Condition[] {
    if (isUnknown(keys)) return [this.unknownCondition(operator, "", path)];
    if (isPropertyMap(keys)) {
      return Object.entries(keys).map(([key, value]) => this.readCondition(operator, key, value, `${path}.${key}`));
    }
    this.report("wrongType", path, `\`${shown(operator)}\` takes an object of condition keys, not ${nameOfType(keys)}`);
    return [];
  }

  private readCondition(operator: string, key: string, value: PropertyValue, path: string): Condition {
    return {
      ...readOperator(operator),
      operator,
      key,
      values: this.readConditionValues(value, path),
      path,
      unknown: false,
    };
  }

  /** Conditions take numbers and booleans too: AWS reads them as their text. */
  private readConditionValues(value: PropertyValue, path: string): readonly Element[] {
    if (!isPropertyList(value)) return this.readValue(asConditionText(value), path);
    return value.flatMap((item, index) => this.readValue(asConditionText(item), `${path}[${index}]`));
  }

  private unknownCondition(operator: string, key: string, path: string): Condition {
    this.unknownParts.push(path);
    return { ...readOperator(operator), operator, key, values: [], path, unknown: true };
  }

  private reportRoot(value: PropertyValue): void {
    if (typeof value === "string") {
      this.report(
        "encodedTwice",
        "",
        "the document is a JSON string that holds JSON: it was encoded twice",
        "call `JSON.stringify` once",
      );
      return;
    }
    this.report("wrongType", "", `a policy document is an object, not ${nameOfType(value)}`);
  }

  private reportUnknownElement(written: string, path: string, names: readonly string[]): void {
    const meant = nearest(written, names);
    const fix =
      meant === undefined ? `use one of ${names.map((name) => `\`${name}\``).join(", ")}` : `write \`${meant}\``;
    this.report("unknownElement", path, `\`${shown(written)}\` is no element of a policy`, fix);
  }

  private reportRepeated(path: string, offset: number): void {
    const name = path.slice(path.lastIndexOf(".") + 1);
    const position = this.reading?.positionAt(offset);
    this.problems.push({
      code: "repeatedElement",
      path,
      ...(position === undefined ? {} : { position }),
      message: `\`${shown(name)}\` is written twice in one object: only the later one counts`,
      fix: "put both values in one list, or both rules in two statements",
    });
  }

  private report(code: DocumentProblem["code"], path: string, message: string, fix?: string): void {
    const position = this.reading?.positionOf(path);
    this.problems.push({
      code,
      path,
      ...(position === undefined ? {} : { position }),
      message,
      ...(fix === undefined ? {} : { fix }),
    });
  }
}

interface Found {
  readonly value: PropertyValue;
  readonly path: string;
}

/** The document's own words are quoted at this length at most. */
const longestQuote = 100;

function shown(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}...` : text;
}

function asConditionText(value: PropertyValue): PropertyValue {
  return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
}

function isEffect(text: string): text is Effect {
  return text === "Allow" || text === "Deny";
}

function asPrincipal(kind: PrincipalKind, { value, path }: Element): Principal {
  return { kind: kind === "aws" && value === "*" ? "star" : kind, value, path };
}

function unknownStatement(index: number, path: string): Statement {
  const element: Element = { value: unknownValue, path };
  return {
    index,
    path,
    effect: unknownValue,
    principals: [{ kind: "unknown", ...element }],
    actions: [element],
    resources: [element],
    conditions: [{ operator: "", comparison: "", ifExists: false, key: "", values: [], path, unknown: true }],
  };
}

function nameOfType(value: PropertyValue): string {
  if (value === null) return "null";
  if (isPropertyList(value)) return "a list";
  if (isPropertyMap(value)) return "an object";
  return `a ${isUnknown(value) ? "value that is not known yet" : typeof value}`;
}

/** Non-whitespace characters of the value as JSON. What is nested too deep for a policy counts nothing. */
function sizeOf(value: PropertyValue, depth: number): number {
  if (isUnknown(value) || depth > deepestNesting) return 0;
  if (typeof value === "string") return textSize(value);
  if (isPropertyList(value))
    return value.reduce<number>((sum, item) => sum + 1 + sizeOf(item, depth + 1), value.length === 0 ? 2 : 1);
  if (!isPropertyMap(value)) return String(value).length;
  const entries = Object.entries(value);
  return entries.reduce(
    (sum, [name, item]) => sum + textSize(name) + 2 + sizeOf(item, depth + 1),
    entries.length === 0 ? 2 : 1,
  );
}

function textSize(text: string): number {
  return JSON.stringify(text).replace(/\s/g, "").length;
}
