import { allowsAllOfIam } from "../../access/ask";
import { type Statement } from "../../access/document";
import { type Grant, type ResourcePattern, grantsOf, isEveryResource } from "../../access/grants";
import { splitArn } from "../../access/match";
import { type Claim, claim } from "../../core/claim";
import { isUnknown } from "../../core/properties";
import { type Truth, all, any, truthOf } from "../../core/truth";
import { placeInDocument } from "../policy-document";
import { type IdentityDocument, statementName } from "./identity-documents";

/** A statement that lets any role be passed, or all but some. */
export interface PassRoleGrant {
  readonly form: "anyRole" | "allBut";
  readonly statement: string;
  readonly claim: Claim;
}

/** Where a document lets any role be passed under no condition. Documents that give all of IAM are a matter of their own. */
export function passRoleGrants(document: IdentityDocument): readonly PassRoleGrant[] {
  const { read, policies } = document;
  if (read.kind === "absent") return [];
  if (read.kind === "unknown") return [{ form: "anyRole", statement: "", claim: claim("unknown", read.place) }];
  if (allowsAllOfIam(policies).truth === "yes") return [];
  return grantsOf(policies, "iam:PassRole").flatMap((grant) => {
    const truth = all([grant.truth, isUnlimited(grant)]);
    if (truth === "no") return [];
    const { statement } = grant;
    const place = placeInDocument(read, passingPath(statement));
    const form = statement.notResources === undefined ? ("anyRole" as const) : ("allBut" as const);
    return [{ form, statement: statementName(statement), claim: claim(truth, place) }];
  });
}

function isUnlimited(grant: Grant): Truth {
  if (grant.conditions.some(({ unknown }) => !unknown)) return "no";
  const known = grant.conditions.length === 0 ? "yes" : "unknown";
  return all([known, any(grant.resources.map(reachesEveryPrincipal))]);
}

/** `*`, `arn:aws:iam::111122223333:role/*` and other spellings of "all roles", or of all users or groups. */
export function reachesEveryPrincipal(resource: ResourcePattern): Truth {
  if (isUnknown(resource.text)) return "unknown";
  return truthOf(
    isEveryResource(resource) || /^(?:\*+|(?:role|user|group)\/?\*+)$/.test(splitArn(resource.text)?.[5] ?? ""),
  );
}

/** The action as written that passes roles, or where the actions stand. */
function passingPath({ actions, notActions, path }: Statement): string {
  const passing = actions?.find(({ value }) => isUnknown(value) || /^(?:\*|iam:)/i.test(value));
  return (passing ?? actions?.[0] ?? notActions?.[0])?.path ?? path;
}
