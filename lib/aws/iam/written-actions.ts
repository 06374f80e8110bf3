import { allowsAllOfIam, isUnconfined } from "../../access/ask";
import { type Element, type Statement } from "../../access/document";
import { expandActions } from "../../access/facts/actions";
import { grantsOf } from "../../access/grants";
import { pushTo } from "../../core/grouping";
import { servicePrefix } from "../../access/service-prefix";
import { type Claim, claim } from "../../core/claim";
import { isUnknown } from "../../core/properties";
import { type Truth, all, any } from "../../core/truth";
import { placeInDocument } from "../policy-document";
import {
  type IdentityDocument,
  type Measure,
  type StatementGrant,
  type Wanted,
  grantsByStatement,
  isAtLarge,
  statementName,
} from "./identity-documents";

/** An action as a statement writes it, of which something is or may be true. */
export interface WrittenAction {
  readonly action: string;
  readonly statement: string;
  /** `yes` or `unknown`, at the action. */
  readonly claim: Claim;
}

/** Whether an action as written is a whole service: `s3:*`. */
export function isWholeService(written: string): boolean {
  return /^[a-z0-9-]+:\*+$/i.test(written);
}

/** Every `service:*` that is allowed on every resource without condition. All of IAM is a matter of its own. */
export function serviceWildcards(document: IdentityDocument): readonly WrittenAction[] {
  return writtenActions(document, (statement, action) => wildcardTruth(document, statement, action));
}

function wildcardTruth(document: IdentityDocument, statement: Statement, action: string): Truth {
  if (!isWholeService(action) || /^iam:/i.test(action)) return "no";
  return allowedWhole(document, statement, action);
}

/**
 * As `grantsByStatement`, but for the actions of a service of which the same statement gives everything: that
 * `iam-no-service-wildcards` reports, or `iam-no-wildcard-admin` of IAM, and one finding says all of it.
 */
export function grantsBesideWholeServices(
  document: IdentityDocument,
  wanted: Wanted,
  counts: Measure<Truth> = isAtLarge,
): readonly StatementGrant[] {
  const matters: Measure<boolean> = (grant, action) => {
    if (counts(grant, action) === "no") return false;
    const whole = wholeServicesOf(document, grant.statement);
    return whole.size === 0 || !whole.has(servicePrefix(action.name));
  };
  return grantsByStatement(document, wanted, counts, matters);
}

const wholeServices = new WeakMap<IdentityDocument, Map<Statement, ReadonlySet<string>>>();

/** The services, in lower case, that a statement surely gives as a whole on every resource. */
function wholeServicesOf(document: IdentityDocument, statement: Statement): ReadonlySet<string> {
  const known = wholeServices.get(document) ?? new Map<Statement, ReadonlySet<string>>();
  wholeServices.set(document, known);
  const made = known.get(statement) ?? new Set(wholeServicesIn(document, statement));
  known.set(statement, made);
  return made;
}

function wholeServicesIn(document: IdentityDocument, statement: Statement): readonly string[] {
  return (statement.actions ?? []).flatMap(({ value }) => {
    if (isUnknown(value) || !isReportedWhole(document, statement, value)) return [];
    return [servicePrefix(value)];
  });
}

function isReportedWhole(document: IdentityDocument, statement: Statement, action: string): boolean {
  if (!/^iam:\*+$/i.test(action)) return wildcardTruth(document, statement, action) === "yes";
  const { truth, grants } = allowsAllOfIam(document.policies);
  return truth === "yes" && grants.some((grant) => grant.statement === statement);
}

/** Whether a statement's grant of a whole service is unconfined: an action of which much is left after denies says so. */
function allowedWhole(document: IdentityDocument, statement: Statement, action: string): Truth {
  if (statement.notResources !== undefined) return "no";
  const { actions, reached } = grantsOfService(document, action.toLowerCase());
  const grants = reached.get(statement) ?? [];
  return grants.length * 2 < actions ? "no" : any(grants);
}

/** What the statements of a document give of a service. */
interface ServiceGrants {
  /** How many actions the service has. */
  readonly actions: number;
  /** For each action that the statement reaches, whether nothing confines the grant. */
  readonly reached: ReadonlyMap<Statement, readonly Truth[]>;
}

const serviceGrants = new WeakMap<IdentityDocument, Map<string, ServiceGrants>>();

/** Worked out once for all statements of a document. */
function grantsOfService(document: IdentityDocument, action: string): ServiceGrants {
  const known = serviceGrants.get(document) ?? new Map<string, ServiceGrants>();
  serviceGrants.set(document, known);
  const made = known.get(action) ?? gatherService(document, action);
  known.set(action, made);
  return made;
}

function gatherService({ policies }: IdentityDocument, action: string): ServiceGrants {
  const names = expandActions(action);
  const actions = names.length === 0 ? [action] : names;
  const reached = new Map<Statement, Truth[]>();
  for (const grant of actions.flatMap((name) => grantsOf(policies, name))) {
    pushTo(reached, grant.statement, all([grant.truth, isUnconfined(grant)]));
  }
  return { actions: actions.length, reached };
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
