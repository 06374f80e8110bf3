import type { UnknownValue } from "../core/properties";
import type { TextPosition } from "./json";

/** One written value of a list, with its place: `Statement[1].Action[0]`. */
export interface Element {
  readonly value: string | UnknownValue;
  readonly path: string;
}

export type PrincipalKind = "aws" | "service" | "federated" | "canonicalUser" | "star" | "unknown";

/** `"*"` and `{ "AWS": "*" }` are both `star`: AWS treats them alike. `unknown` is a part that is not known yet. */
export interface Principal extends Element {
  readonly kind: PrincipalKind;
}

export type SetQualifier = "ForAnyValue" | "ForAllValues";

/** One key under one operator. `operator` is as written; `comparison` is it without qualifier and `IfExists`. */
export interface Condition {
  readonly operator: string;
  readonly comparison: string;
  readonly qualifier?: SetQualifier;
  readonly ifExists: boolean;
  readonly key: string;
  readonly values: readonly Element[];
  readonly path: string;
  /** The operator, key or whole block is not known yet: it may hold or not. */
  readonly unknown: boolean;
}

export type Effect = "Allow" | "Deny";

/**
 * One statement as it is written. Absent lists are absent elements; an empty list is written and empty. A statement
 * that is wholly unknown has an unknown effect and one unknown value in `principals`, `actions` and `resources`.
 */
export interface Statement {
  readonly index: number;
  readonly path: string;
  readonly sid?: string;
  /** Absent where it is missing or is neither of AWS's two words: the statement then grants and denies nothing. */
  readonly effect?: Effect | UnknownValue;
  readonly principals?: readonly Principal[];
  readonly notPrincipals?: readonly Principal[];
  readonly actions?: readonly Element[];
  readonly notActions?: readonly Element[];
  readonly resources?: readonly Element[];
  readonly notResources?: readonly Element[];
  readonly conditions: readonly Condition[];
}

export type DocumentProblemCode =
  | "invalidJson"
  | "encodedTwice"
  | "wrongType"
  | "repeatedElement"
  | "unknownElement"
  | "elementCase"
  | "missingElement"
  | "bothElements"
  | "forbiddenElement"
  | "emptyList"
  | "invalidVersion"
  | "invalidEffect"
  | "invalidSid"
  | "repeatedSid"
  | "invalidAction"
  | "invalidResource"
  | "invalidPrincipal"
  | "unknownOperator"
  | "invalidConditionValue"
  | "tooLong";

/** What AWS would reject, where, in a helper's words: `message` says what is wrong, `fix` what to write instead. */
export interface DocumentProblem {
  readonly code: DocumentProblemCode;
  readonly path: string;
  /** Where the document is JSON text. */
  readonly position?: TextPosition;
  readonly message: string;
  readonly fix?: string;
}

export interface PolicyDocument {
  readonly version?: string;
  readonly id?: string;
  readonly statements: readonly Statement[];
  /** Whether `Statement` is written as one object rather than a list. */
  readonly singleStatement: boolean;
  /** What cannot be read as a policy document. `grammarProblems` adds what the kind of document forbids. */
  readonly problems: readonly DocumentProblem[];
  /** Paths of parts that are not known yet; the empty path is the whole document. */
  readonly unknownParts: readonly string[];
  /** Characters that are not whitespace, as AWS counts them for its quotas; unknown parts count nothing. */
  readonly size: number;
  /** Where a path stands in JSON text; `undefined` for a document written as an object. */
  positionOf(path: string): TextPosition | undefined;
}

/** A document with the words by which a message can name it, such as "the inline policy `deploy`". */
export interface NamedDocument {
  readonly name: string;
  readonly document: PolicyDocument;
}

/** Policy variables such as `${aws:username}` are text, not variables, in the older version of the language. */
export function hasPolicyVariables(document: PolicyDocument): boolean {
  return document.version === "2012-10-17";
}
