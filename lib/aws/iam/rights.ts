import { allowsAllOfIam, allowsEverything } from "../../access/ask";
import { type EscalationCategory, type FoundEscalation, escalationPaths } from "../../access/escalation";
import { type PrincipalPolicies } from "../../access/grants";
import { type StackSubject } from "../../core/policy";
import { type Place } from "../../core/read";
import { type Resource, type Stack, oncePerStack } from "../../core/resource";
import { type Truth, any } from "../../core/truth";
import { PolicyDocuments } from "../documents";
import { Group } from "./group";
import { type IdentityDocument, identityDocumentsOf, policiesOf } from "./identity-documents";
import { type Principal, type PrincipalKind, principalAt, principalsOf } from "./principals";
import { Role } from "./role";
import { User } from "./user";
import { PermissionSet } from "../ssoadmin/permission-set";

/** Whoever holds rights: a principal with the union of its policies, or a policy that nobody in the stack holds yet. */
export interface RightsHolder {
  /** What messages call it, such as "role `ci`" or "policy `deploy`". */
  readonly label: string;
  readonly place: Place;
  readonly policies: PrincipalPolicies;
  readonly principal?: Principal;
  /** Holders whose rights it has as well: a user's groups. What they open alone is theirs. */
  readonly through: readonly RightsHolder[];
}

const kindWords: Readonly<Record<PrincipalKind, string>> = {
  user: "user",
  group: "group",
  role: "role",
  permissionSet: "permission set",
};

/** What messages call a principal: "permission set `operators`". */
export function principalLabel({ kind, name }: Pick<Principal, "kind" | "name">): string {
  return `${kindWords[kind]} \`${name}\``;
}

/** All principals of a stack, and the managed policies that none of them holds. */
export const rightsHoldersOf = oncePerStack((stack): readonly RightsHolder[] => [
  ...principalsOf(stack).map((principal) => holderOf(stack, principal)),
  ...identityDocumentsOf(stack)
    .filter(({ kind, holders }) => kind === "managed" && holders.length === 0)
    .map(unheldPolicy),
]);

/** The subject of policies that ask what the union of somebody's policies gives. */
export const RightsHolders: StackSubject<RightsHolder> = {
  scope: "stack",
  types: [...PolicyDocuments.types, ...User.types, ...Group.types, ...Role.types, ...PermissionSet.types],
  *select(stack) {
    yield* rightsHoldersOf(stack);
  },
};

function holderOf(stack: Stack, principal: Principal): RightsHolder {
  return {
    label: principalLabel(principal),
    place: wholeOf(principal.resource),
    policies: policiesOf(principal),
    principal,
    through: principal.groups.flatMap((group) => {
      const found = principalAt(stack, group);
      return found ? [holderOf(stack, found)] : [];
    }),
  };
}

function wholeOf({ urn }: Resource): Place {
  return { urn, path: "" };
}

function unheldPolicy({ label, read, policies }: IdentityDocument): RightsHolder {
  return { label, place: read.place, policies, through: [] };
}

/** Whether somebody is an administrator, or can make itself one by managing all of IAM. */
export function isAdministrator({ policies }: Pick<RightsHolder, "policies">): Truth {
  return any([allowsEverything(policies).truth, allowsAllOfIam(policies).truth]);
}

/** Ways to more rights by what they lead to: one finding each. */
export type EscalationForm = "ownRights" | "otherPrincipals" | "passedRoles" | "workloads";

const forms: Readonly<Record<Exclude<EscalationCategory, "other">, EscalationForm>> = {
  "self-escalation": "ownRights",
  "principal-access": "otherPrincipals",
  "new-passrole": "passedRoles",
  "existing-passrole": "workloads",
};

/** A form of escalation that is open to a holder, with its paths. */
export interface OpenEscalation {
  readonly form: EscalationForm;
  readonly truth: Truth;
  readonly paths: readonly FoundEscalation[];
}

const openEscalations = new WeakMap<PrincipalPolicies, readonly FoundEscalation[]>();

/** The paths open to a holder by itself, without those that one of its groups opens alone. */
export function escalationsOf(holder: RightsHolder): readonly FoundEscalation[] {
  const inherited = new Set(holder.through.flatMap((each) => escalationsOf(each).map(({ path }) => path.id)));
  return escalationsIn(holder.policies).filter(({ path }) => !inherited.has(path.id));
}

function escalationsIn(policies: PrincipalPolicies): readonly FoundEscalation[] {
  const found = openEscalations.get(policies) ?? escalationPaths(policies);
  openEscalations.set(policies, found);
  return found;
}

/** The paths of a holder by form. Nothing for an administrator, who has no need of them. */
export function escalationsByForm(holder: RightsHolder): readonly OpenEscalation[] {
  if (isAdministrator(holder) === "yes") return [];
  const found = escalationsOf(holder).filter(({ path }) => path.id !== "sts:AssumeRole");
  return (["ownRights", "otherPrincipals", "passedRoles", "workloads"] as const).flatMap((form) => {
    const paths = found.filter((each) => formOf(each) === form);
    const certain = paths.filter(({ truth }) => truth === "yes");
    if (paths.length === 0) return [];
    return [{ form, truth: any(paths.map(({ truth }) => truth)), paths: certain.length > 0 ? certain : paths }];
  });
}

/** Without a role to pass, a service acts under the roles that it has already: a stack under its own, whoever changes it. */
function formOf({ path: { actions, category } }: FoundEscalation): EscalationForm {
  const passes = actions.includes("iam:PassRole");
  if (category === "new-passrole" && !passes) return "workloads";
  if (category !== "other") return forms[category];
  if (passes) return "passedRoles";
  return actions.some((action) => /^(?:iam|sso):/.test(action)) ? "ownRights" : "workloads";
}

/** The names of the documents that open a path, each once, as messages name them. */
export function documentsOpening(paths: readonly FoundEscalation[]): readonly string[] {
  const names = paths.flatMap(({ grantedBy }) =>
    grantedBy.flatMap(({ grants }) => grants.slice(0, 1).map(({ document }) => document)),
  );
  return [...new Set(names)];
}
