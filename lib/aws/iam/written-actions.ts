import { isUnconfined } from "../../access/ask";
import { type Element, type Statement } from "../../access/document";
import { expandActions } from "../../access/facts/actions";
import { grantsOf } from "../../access/grants";
import { type Claim, claim } from "../../core/claim";
import { isUnknown } from "../../core/properties";
import { type Truth, all, any } from "../../core/truth";
import { placeInDocument } from "../policy-document";
import { type IdentityDocument, statementName } from "./identity-documents";

/** An action as a statement writes it, of which something is or may be true. */
export interface WrittenAction {
  readonly action: string;
  readonly statement: string;
  /** `yes` or `unknown`, at the action. */
  readonly claim: Claim;
}

/** Every `service:*` that is allowed on every resource without condition. All of IAM is a matter of its own. */
export function serviceWildcards(document: IdentityDocument): readonly WrittenAction[] {
  return writtenActions(document, (statement, action) => {
    if (!/^[a-z0-9-]+:\*+$/i.test(action) || /^iam:/i.test(action)) return "no";
    return allowedWhole(document, statement, action);
  });
}

/** Whether a statement's grant of a whole service is unconfined: an action of which much is left after denies says so. */
function allowedWhole({ policies }: IdentityDocument, statement: Statement, action: string): Truth {
  if (statement.notResources !== undefined) return "no";
  const names = expandActions(action);
  const grants = (names.length === 0 ? [action] : names).map((name) =>
    grantsOf(policies, name).filter((grant) => grant.statement === statement),
  );
  const reached = grants.filter((each) => each.length > 0);
  if (reached.length * 2 < grants.length) return "no";
  return any(reached.flat().map((grant) => all([grant.truth, isUnconfined(grant)])));
}

/** The actions that a document's allowing statements write, of which `test` is true or open. */
export function writtenActions(
  { read }: IdentityDocument,
  test: (statement: Statement, action: string) => Truth,
): readonly WrittenAction[] {
  if (read.kind === "absent") return [];
  if (read.kind === "unknown") return [{ action: "", statement: "", claim: claim("unknown", read.place) }];
  const judge = (statement: Statement) => (element: Element) => {
    const truth = isUnknown(element.value) ? "unknown" : test(statement, element.value);
    if (truth === "no") return [];
    const action = isUnknown(element.value) ? "" : element.value;
    return [{ action, statement: statementName(statement), claim: claim(truth, placeInDocument(read, element.path)) }];
  };
  return read.value.statements
    .filter(({ effect }) => effect !== undefined && effect !== "Deny")
    .flatMap((statement) => (statement.actions ?? []).flatMap(judge(statement)));
}
