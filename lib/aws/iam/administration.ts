import { type Possibility, allowsAllOfIam, allowsEverything } from "../../access/ask";
import { isEveryAction } from "../../access/covered-actions";
import { type Element, type Statement } from "../../access/document";
import { type Claim, claim } from "../../core/claim";
import { isUnknown } from "../../core/properties";
import { any } from "../../core/truth";
import { placeInDocument } from "../policy-document";
import { knownTexts } from "../statements";
import { type IdentityDocument, statementName } from "./identity-documents";
import { type RightsHolder } from "./rights";

/** How a document makes administrators: the whole account, all of IAM, or every action on some resources. */
export interface Administration {
  readonly form: "everything" | "allOfIam" | "everyAction";
  readonly statement: string;
  readonly resources: readonly string[];
  readonly claim: Claim;
}

/** What makes administrators in one document, evaluated within the boundary of those who hold it; the worst alone. */
export function administrationIn(document: IdentityDocument): readonly Administration[] {
  const { policies, read } = document;
  if (read.kind !== "known") return read.kind === "absent" ? [] : [unknownDocument(document)];
  const everything = allowsEverything(policies);
  if (everything.truth !== "no") return [found(document, "everything", everything)];
  const iam = allowsAllOfIam(policies);
  if (iam.truth !== "no") return [found(document, "allOfIam", iam)];
  if (policies.boundary !== undefined) return [];
  return read.value.statements.filter(allowsEveryAction).map((statement) => ({
    form: "everyAction",
    statement: statementName(statement),
    resources: resourcesOf(statement),
    claim: claim("yes", placeInDocument(read, elementPath(statement))),
  }));
}

function unknownDocument({ read }: IdentityDocument): Administration {
  return { form: "everything", statement: "", resources: [], claim: claim("unknown", read.place) };
}

function found(
  { read }: IdentityDocument,
  form: Administration["form"],
  { truth, grants }: Possibility,
): Administration {
  const statement = grants[0]?.statement;
  return {
    form,
    statement: statement ? statementName(statement) : "",
    resources: statement ? resourcesOf(statement) : [],
    claim: claim(truth, placeInDocument(read, statement ? elementPath(statement) : "")),
  };
}

function allowsEveryAction({ effect, actions }: Statement): boolean {
  return effect === "Allow" && (actions ?? []).some(isEvery);
}

function isEvery({ value }: Element): boolean {
  return !isUnknown(value) && isEveryAction(value);
}

/** Where a statement says what it allows: the widest action. */
function elementPath({ actions, notActions, path }: Statement): string {
  const element = actions?.find(isEvery) ?? actions?.[0] ?? notActions?.[0];
  return element?.path ?? path;
}

function resourcesOf({ resources, notResources }: Statement): readonly string[] {
  if (notResources !== undefined) return [`all but ${knownTexts(notResources).join(", ")}`];
  return knownTexts(resources);
}

/**
 * Whether several policies together make an administrator although no one of them does: those are reported where they
 * are written or attached.
 */
export function unionMakesAdministrator({ policies, through }: RightsHolder, ask: Question): Possibility {
  const union = ask(policies);
  if (union.truth === "no") return union;
  const alone = [
    ...(policies.identity ?? []).map((document) => ask({ ...policies, identity: [document] }).truth),
    ...through.map((each) => ask(each.policies).truth),
  ];
  return any(alone) === "yes" ? { truth: "no", grants: [], statements: [] } : union;
}

/** `allowsEverything` or `allowsAllOfIam`. */
export type Question = (policies: RightsHolder["policies"]) => Possibility;

/** The documents that a possibility rests on, each once. */
export function documentsOf({ grants }: Possibility): readonly string[] {
  return [...new Set(grants.map(({ document }) => document))];
}
