import { isUnconfined } from "../../access/ask";
import { actionsUnderEach, isEveryAction } from "../../access/covered-actions";
import { type Element, type PolicyDocument, type Statement } from "../../access/document";
import { type ActionSet } from "../../access/facts/action-set";
import { noActions } from "../../access/facts/actions";
import { type ActionFacts } from "../../access/facts/service-facts";
import { type Grant, type PrincipalPolicies, type ResourcePattern, grantsOf } from "../../access/grants";
import { splitArn } from "../../access/match";
import { hasVariable } from "../../access/variables";
import { wildcardMatches } from "../../access/wildcards";
import { parsePolicy } from "../../access/parse";
import { pushTo } from "../../core/grouping";
import { type Claim, claim } from "../../core/claim";
import { type StackSubject } from "../../core/policy";
import { isUnknown, unknownValue } from "../../core/properties";
import { type Resource, type Stack, oncePerStack } from "../../core/resource";
import { type Truth, all, any, truthOf } from "../../core/truth";
import { globMatches } from "../../core/wildcard";
import { firstOf, someOf } from "../../core/words";
import { type CarrierKind, type CarriedDocument, PolicyDocuments, documentsIn } from "../documents";
import { type DocumentRead, placeInDocument } from "../policy-document";
import { type Principal, type PrincipalBoundary, type PrincipalDocument, principalsOf } from "./principals";

/** A document of the stack that gives rights to users, groups, roles or permission sets. */
export interface IdentityDocument {
  /** What messages call it, such as "inline policy `deploy` of role `ci`". */
  readonly label: string;
  readonly kind: CarrierKind;
  readonly resource: Resource;
  readonly read: DocumentRead;
  /** The document, within the boundary that all who hold it have. */
  readonly policies: PrincipalPolicies;
  /** Those in the stack that it reaches. */
  readonly holders: readonly Principal[];
}

const identityKinds: readonly CarrierKind[] = [
  "inlineOfUser",
  "inlineOfGroup",
  "inlineOfRole",
  "managed",
  "permissionSet",
];

/** The documents of a stack that grant. Policies that serve as boundaries alone grant nothing, and are left out. */
export const identityDocumentsOf = oncePerStack((stack): readonly IdentityDocument[] => {
  const holders = holdersByPlace(stack);
  const boundaries = boundaryResources(stack);
  return documentsIn(stack, ...identityKinds).flatMap((carried) => {
    const held = holders.get(keyOf(carried)) ?? [];
    if (held.length === 0 && servesAsBoundary(carried, boundaries)) return [];
    // The provider writes what separate resources declare into the outputs of a role as well.
    if (carried.resource.type === "aws:iam/role:Role" && held.length === 0) return [];
    return [identityDocument(carried, held)];
  });
});

/** The subject of policies that look at each document that grants. */
export const IdentityDocuments: StackSubject<IdentityDocument> = {
  scope: "stack",
  types: PolicyDocuments.types,
  *select(stack) {
    yield* identityDocumentsOf(stack);
  },
};

function identityDocument(
  { label, kind, resource, read }: CarriedDocument,
  holders: readonly Principal[],
): IdentityDocument {
  const document = read.kind === "known" ? read.value : parsePolicy(unknownValue);
  return {
    label,
    kind,
    resource,
    read,
    holders,
    policies: { identity: [{ name: label, document }], ...commonBoundary(holders) },
  };
}

/** The boundary that each holder has; none as soon as one holder has none. */
function commonBoundary(holders: readonly Principal[]): Pick<PrincipalPolicies, "boundary"> {
  const [first] = holders;
  if (first === undefined || holders.some(({ boundary }) => boundary.kind === "none")) return {};
  return boundaryPolicies(first.boundary);
}

/** A boundary as evaluation takes it: one that lies outside the stack is a document of which nothing is known. */
export function boundaryPolicies(boundary: PrincipalBoundary): Pick<PrincipalPolicies, "boundary"> {
  switch (boundary.kind) {
    case "none":
      return {};
    case "document":
      return { boundary: boundary.document };
    case "external":
    case "unknown":
      return { boundary: { name: "the permissions boundary", document: parsePolicy(unknownValue) } };
  }
}

const unions = new WeakMap<Principal, PrincipalPolicies>();

/** All that reaches a principal, within its boundary. */
export function policiesOf(principal: Principal): PrincipalPolicies {
  const { documents, boundary } = principal;
  const union = unions.get(principal) ?? { identity: documents, ...boundaryPolicies(boundary) };
  unions.set(principal, union);
  return union;
}

function keyOf({ resource, read }: Pick<CarriedDocument, "resource" | "read">): string {
  return `${resource.urn} ${read.place.path}`;
}

function holdersByPlace(stack: Stack): ReadonlyMap<string, readonly Principal[]> {
  const found = new Map<string, Principal[]>();
  for (const principal of principalsOf(stack)) {
    for (const document of principal.documents) {
      if (document.form === "aws") continue;
      pushTo(found, placeKey(document), principal);
    }
  }
  return found;
}

function placeKey({ resource, place }: PrincipalDocument): string {
  return `${resource.urn} ${place.path}`;
}

function boundaryResources(stack: Stack): ReadonlySet<Resource> {
  return new Set(
    principalsOf(stack).flatMap(({ boundary }) => (boundary.kind === "document" ? [boundary.document.resource] : [])),
  );
}

/** A policy that nobody in the stack holds is a boundary where it is used as one, or where its name says so. */
function servesAsBoundary({ kind, resource }: CarriedDocument, boundaries: ReadonlySet<Resource>): boolean {
  return kind === "managed" && (boundaries.has(resource) || /boundary/i.test(`${resource.name} ${nameOf(resource)}`));
}

function nameOf({ properties }: Resource): string {
  const name = properties["name"];
  return typeof name === "string" ? name : "";
}

/** Actions that one statement gives. */
export interface StatementGrant {
  readonly statement: Statement;
  /** Its `Sid`, or else its path: what messages call it. */
  readonly name: string;
  /** `yes` or `unknown`, at the action as it is written. */
  readonly claim: Claim;
  /** Sorted; empty where the actions are not known yet. */
  readonly actions: readonly string[];
  /** How the statement writes them, in its order, and how many of the actions each gives. */
  readonly written: readonly { readonly action: string; readonly count: number }[];
}

/** What a document that is not known at all gives: a question, at the document. */
function openQuestion({ read }: IdentityDocument): StatementGrant {
  const statement: Statement = { index: 0, path: "", conditions: [] };
  return { statement, name: "", claim: claim("unknown", read.place), actions: [], written: [] };
}

/**
 * Statement by statement the actions among `wanted` that a document allows on every resource without condition,
 * after its own denies and the boundary. `*`, `NotAction` and `NotResource` are left to policies of their own.
 */
export function unconfinedGrants(document: IdentityDocument, wanted: Wanted): readonly StatementGrant[] {
  return grantsByStatement(document, wanted, isAtLarge, (grant, action) => isAtLarge(grant, action) !== "no");
}

/** Whether a grant of an action is without condition on everything that the action works on, be it written `*` or `arn:aws:s3:::*`. */
export function isAtLarge(grant: Grant, action: ActionFacts): Truth {
  const unconfined = isUnconfined(grant);
  if (unconfined !== "no" || grant.conditions.some(({ unknown }) => !unknown)) return unconfined;
  const known = grant.conditions.length === 0 ? "yes" : "unknown";
  return all([known, truthOf(nameAllOfTypes(grant.resources, action))]);
}

/** Whether patterns cover, in every region and account, what an action works on. */
function nameAllOfTypes(resources: readonly ResourcePattern[], action: ActionFacts): boolean {
  const known = coveredTypes.get(resources) ?? new Map<string, boolean>();
  coveredTypes.set(resources, known);
  const isCovered = (arn: string) => {
    const covered = known.get(arn) ?? resources.some((resource) => coversType(resource, arn));
    known.set(arn, covered);
    return covered;
  };
  const { required, others } = typesOf(action);
  return required.length > 0 ? required.every(isCovered) : others.some(isCovered);
}

interface ActionTypes {
  readonly required: readonly string[];
  readonly others: readonly string[];
}

const typesByAction = new WeakMap<ActionFacts, ActionTypes>();

/**
 * The ARNs that say what an action works on: every type that it always names, since to confine one of them confines it, or
 * else any of its types. A type of which an account has one, such as the session itself, is as narrow as can be.
 */
function typesOf(action: ActionFacts): ActionTypes {
  const known = typesByAction.get(action);
  if (known !== undefined) return known;
  const types = action.resourceTypes.filter(({ arn }) => arn.split(":").slice(5).join(":").includes("${"));
  const arns = (required: boolean) => types.filter((type) => type.required === required).map(({ arn }) => arn);
  const made = { required: arns(true), others: arns(false) };
  typesByAction.set(action, made);
  return made;
}

/** Worked out once for some resources and a type: actions share their types, and there are thousands of them. */
const coveredTypes = new WeakMap<readonly ResourcePattern[], Map<string, boolean>>();

/** Whether a pattern covers every resource of a type, in every region and account. */
function coversType({ text, pattern }: ResourcePattern, arn: string): boolean {
  if (isUnknown(text)) return false;
  const [, partition = "aws"] = splitArn(text) ?? [];
  const all = arn.replace("${Partition}", partition);
  return hasVariable(text) ? globMatches(text, all) : wildcardMatches(pattern, all);
}

export type Wanted = (action: ActionFacts) => boolean;
export type Measure<T> = (grant: Grant, action: ActionFacts) => T;

/**
 * As `unconfinedGrants`, with another measure for what counts: `counts` sees each grant of a wanted action. Where denies can
 * only make it count for less, `matters` leaves out before them what does not count.
 */
export function grantsByStatement(
  document: IdentityDocument,
  wanted: Wanted,
  counts: Measure<Truth>,
  matters: Measure<boolean> = () => true,
): readonly StatementGrant[] {
  const { read } = document;
  if (read.kind !== "known") return read.kind === "absent" ? [] : [openQuestion(document)];
  const asked = distinctActions(read.value).filter(wanted);
  const granted = grantedActions(document, asked, counts, matters);
  return writtenStatements(read.value).flatMap((written) => {
    const found = grantOf(document, written, granted.get(written.statement) ?? []);
    return found === undefined ? [] : [found];
  });
}

/** An action that a statement grants, or may grant. */
interface GrantedAction {
  readonly action: ActionFacts;
  readonly truth: Truth;
}

/** For each statement what it grants of the actions, as far as it counts. */
function grantedActions(
  { policies }: IdentityDocument,
  asked: readonly ActionFacts[],
  counts: Measure<Truth>,
  matters: Measure<boolean>,
): ReadonlyMap<Statement, readonly GrantedAction[]> {
  const granted = new Map<Statement, GrantedAction[]>();
  for (const action of asked) {
    for (const grant of grantsOf(policies, action.name, undefined, (each) => matters(each, action))) {
      const counted = counts(grant, action);
      const truth = grant.truth === "yes" ? counted : all([grant.truth, counted]);
      if (truth === "no") continue;
      pushTo(granted, grant.statement, { action, truth });
    }
  }
  return granted;
}

/** A statement that allows, with the listed actions under each action that it writes. */
interface WrittenStatement {
  readonly statement: Statement;
  readonly written: readonly { readonly element: Element; readonly actions: readonly ActionFacts[] }[];
  /** The actions in `written`, where the statement may grant others beside them. */
  readonly only?: ReadonlySet<ActionFacts>;
}

const writtenIn = new WeakMap<PolicyDocument, readonly WrittenStatement[]>();

/** Worked out once for a document: policies with much to ask are many. */
function writtenStatements(document: PolicyDocument): readonly WrittenStatement[] {
  const known = writtenIn.get(document);
  if (known !== undefined) return known;
  const found = document.statements
    .filter(({ effect, notResources }) => effect !== "Deny" && effect !== undefined && notResources === undefined)
    .map(writtenStatement);
  writtenIn.set(document, found);
  return found;
}

/** What is not known yet covers nothing that is listed, and every action is left to policies of its own. */
function writtenStatement(statement: Statement): WrittenStatement {
  const elements = statement.actions ?? [];
  const actions = actionsUnderEach(elements);
  const written = elements
    .map((element, index) => ({ element, actions: actions[index] ?? [] }))
    .filter(({ element }) => isUnknown(element.value) || !isEveryAction(element.value));
  const plain = elements.every(({ value }) => !isUnknown(value) && !isEveryAction(value) && value.includes(":"));
  return plain ? { statement, written } : { statement, written, only: new Set(actions.flat()) };
}

const distinctIn = new WeakMap<PolicyDocument, readonly ActionFacts[]>();

/** The listed actions that some statement writes, each once, sorted by name. */
function distinctActions(document: PolicyDocument): readonly ActionFacts[] {
  const known = distinctIn.get(document);
  if (known !== undefined) return known;
  const found = new Set<ActionFacts>();
  for (const { written } of writtenStatements(document)) {
    for (const { actions } of written) for (const action of actions) found.add(action);
  }
  const distinct = [...found].sort((one, other) => (one.name < other.name ? -1 : 1));
  distinctIn.set(document, distinct);
  return distinct;
}

function grantOf(
  document: IdentityDocument,
  { statement, written, only }: WrittenStatement,
  reached: readonly GrantedAction[],
): StatementGrant | undefined {
  const granted = only === undefined ? reached : reached.filter(({ action }) => only.has(action));
  const open = written.some(({ element }) => isUnknown(element.value));
  const truth = any([...granted.map((each) => each.truth), open ? "unknown" : "no"]);
  if (truth === "no") return undefined;
  const actions = granted.filter((each) => each.truth === truth).map(({ action }) => action);
  const given = noActions();
  for (const { number } of actions) given.add(number);
  const decisive = written.find(({ element, actions: under }) =>
    isUnknown(element.value) ? truth === "unknown" : under.some(({ number }) => given.has(number)),
  );
  if (decisive === undefined) return undefined;
  return {
    statement,
    name: statementName(statement),
    claim: claim(truth, placeInDocument(document.read, decisive.element.path)),
    actions: actions.map(({ name }) => name),
    written: asWritten(written, given),
  };
}

/** Wildcards as they are written, others by the name of the action. */
function asWritten(written: WrittenStatement["written"], given: ActionSet): StatementGrant["written"] {
  return written.flatMap(({ element, actions }) => {
    const first = actions.find(({ number }) => given.has(number));
    if (first === undefined) return [];
    const action = isUnknown(element.value) || !/[*?]/.test(element.value) ? first.name : element.value;
    return [{ action, count: given.count(actions) }];
  });
}

/**
 * The actions of a grant for a message: by name while they are few, else as the statement writes them:
 * "`s3:Put*` (31 actions), `s3:DeleteObject` and `sqs:SendMessage`".
 */
export function actionWords({ actions, written }: StatementGrant): string {
  if (actions.length <= 3) return someOf(actions);
  const words = written.map(({ action, count }) => `\`${action}\`${count > 1 ? ` (${count} actions)` : ""}`);
  return firstOf(words);
}

/** What messages call a statement: its `Sid`, or else its path such as `Statement[1]`. */
export function statementName({ sid, path }: Statement): string {
  return sid === undefined || sid === "" ? path : sid;
}

/** Whether a policy can name the resources of the action, rather than `*` alone. */
export function takesResources({ resourceTypes }: ActionFacts): boolean {
  return resourceTypes.length > 0;
}
