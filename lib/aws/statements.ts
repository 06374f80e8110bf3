import { coversAction } from "../access/evaluate";
import { type Element, type PolicyDocument, type Statement } from "../access/document";
import { type Claim, claim } from "../core/claim";
import { isUnknown } from "../core/properties";
import { type Truth, all, any, truthOf } from "../core/truth";
import { type DocumentRead, placeInDocument } from "./policy-document";

/** A statement of which something is or may be true, for findings of their own. */
export interface JudgedStatement {
  /** Its `Sid`, or else its path such as `Statement[1]`: what messages call it. */
  readonly name: string;
  /** `yes` or `unknown`, at the statement; for a document that is not known at all, at the document. */
  readonly claim: Claim;
}

/** The statements of a document of which `test` is true or open. None for an absent document. */
export function statementsWhere(
  document: DocumentRead,
  test: (statement: Statement, document: PolicyDocument) => Truth,
): readonly JudgedStatement[] {
  if (document.kind === "absent") return [];
  if (document.kind === "unknown") return [{ name: "", claim: claim("unknown", document.place) }];
  return document.value.statements.flatMap((statement) => {
    const truth = test(statement, document.value);
    const place = placeInDocument(document, statement.path);
    return truth === "no" ? [] : [{ name: statement.sid ?? statement.path, claim: claim(truth, place) }];
  });
}

/** Whether the statement allows something, rather than denying it or being void. */
export function allowsSomething({ effect }: Statement): Truth {
  if (effect === undefined) return "no";
  return isUnknown(effect) ? "unknown" : truthOf(effect === "Allow");
}

/** Whether the statement names one of these texts among its actions, as it is written: case does not count. */
export function writesAction({ actions }: Statement, texts: readonly string[]): Truth {
  return any((actions ?? []).map(({ value }) => (isUnknown(value) ? "unknown" : truthOf(isOne(value, texts)))));
}

function isOne(value: string, texts: readonly string[]): boolean {
  return texts.includes(value.toLowerCase());
}

/** Whether the statement covers one of the actions, through `Action` or `NotAction`. */
export function coversOneOf(statement: Statement, actions: readonly string[]): Truth {
  return any(actions.map((action) => coversAction(statement, action)));
}

/** Whether the statement's `Principal` is, or may be, `"*"`. `NotPrincipal` is another matter. */
export function namesEveryone({ principals }: Statement): Truth {
  return any((principals ?? []).map(({ kind }) => (kind === "star" ? "yes" : kind === "unknown" ? "unknown" : "no")));
}

/** The texts of a list that are known. */
export function knownTexts(elements: readonly Element[] | undefined): readonly string[] {
  return (elements ?? []).flatMap(({ value }) => (isUnknown(value) ? [] : [value]));
}

/** Whether a statement allows everybody but some principals. */
export function allowsEverybodyBut(statement: Statement): Truth {
  return all([allowsSomething(statement), truthOf(statement.notPrincipals !== undefined)]);
}
