import { conditionsHold } from "../../access/conditions";
import { absentKey, requestContext, undeterminedKey } from "../../access/context";
import { type PolicyDocument, type Statement, hasPolicyVariables } from "../../access/document";
import { coversAction } from "../../access/evaluate";
import { isUnknown } from "../../core/properties";
import { type Place } from "../../core/read";
import { oncePerStack } from "../../core/resource";
import { type Truth, all, any, not } from "../../core/truth";
import { carriedBy } from "../documents";
import { referenceOf } from "../references";
import { OrganizationPolicy } from "./policy";
import { OrganizationPolicyAttachment } from "./policy-attachment";

/** The service control policies that a stack attaches; `open` is the place of one that cannot be read. */
export interface AttachedControls {
  readonly documents: readonly PolicyDocument[];
  readonly open: Place | undefined;
}

/** AWS attaches it by itself everywhere: it denies nothing. */
const fullAccess = "p-FullAWSAccess";

export const attachedControls = oncePerStack((stack): AttachedControls => {
  const found = OrganizationPolicyAttachment.allIn(stack).map(({ resource, policyId }) => {
    if (policyId.kind === "known" && policyId.value === fullAccess) return { documents: [], open: undefined };
    const reference = referenceOf(stack, resource, policyId, OrganizationPolicy.types);
    if (reference.kind !== "resource") return { documents: [], open: reference.place };
    const reads = carriedBy(reference.resource).flatMap(({ kind, read }) => (kind === "serviceControl" ? [read] : []));
    return {
      documents: reads.flatMap((read) => (read.kind === "known" ? [read.value] : [])),
      open: reads.find((read) => read.kind !== "known")?.place,
    };
  });
  return {
    documents: [...new Set(found.flatMap(({ documents }) => documents))],
    open: found.find(({ open }) => open !== undefined)?.open,
  };
});

/**
 * Regions of all partitions that an account has without asking for them (AWS General Reference, read 2026-11). One
 * that is missing here only makes a question a little less sharp.
 */
const regions = [
  "us-east-1",
  "us-east-2",
  "us-west-1",
  "us-west-2",
  "ca-central-1",
  "sa-east-1",
  "eu-central-1",
  "eu-north-1",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "cn-north-1",
  "cn-northwest-1",
  "us-gov-east-1",
  "us-gov-west-1",
];

/** Whether the policies deny an action to a user without any special role, in every region. Resources do not count. */
export function deniesEverywhere(controls: AttachedControls, action: string): Truth {
  return all(regions.map((region) => deniesIn(controls, action, region)));
}

/** Whether the policies deny an action in some regions and leave it in others. */
export function deniesSomeRegions(controls: AttachedControls, action: string): Truth {
  const answers = regions.map((region) => deniesIn(controls, action, region));
  return all([any(answers), not(all(answers))]);
}

function deniesIn({ documents, open }: AttachedControls, action: string, region: string): Truth {
  const answers = documents.map((document) => documentDenies(document, action, region));
  return any([...answers, open === undefined ? "no" : "unknown"]);
}

/** A document that allows other actions alone denies this one, unless `FullAWSAccess` is still attached beside it. */
function documentDenies(document: PolicyDocument, action: string, region: string): Truth {
  const denied = any(document.statements.map((statement) => statementDenies(document, statement, action, region)));
  const allowing = document.statements.filter(({ effect }) => effect === "Allow");
  const allowed = any(allowing.map((statement) => coversAction(statement, action)));
  return allowing.length > 0 && allowed === "no" ? any([denied, "unknown"]) : denied;
}

const account = "123456789012";
const user = `arn:aws:iam::${account}:user/somebody`;

function statementDenies(document: PolicyDocument, statement: Statement, action: string, region: string): Truth {
  const { effect, conditions } = statement;
  if (effect === undefined || effect === "Allow") return "no";
  const covered = coversAction(statement, action);
  if (covered === "no") return "no";
  const holds = conditionsHold(conditions, contextIn(region), hasPolicyVariables(document));
  return all([isUnknown(effect) ? "unknown" : "yes", covered, holds]);
}

function contextIn(region: string) {
  return requestContext(
    {
      "aws:PrincipalArn": user,
      "aws:PrincipalAccount": account,
      "aws:PrincipalIsAWSService": "false",
      "aws:PrincipalTag/": absentKey,
      "aws:PrincipalType": "User",
      "aws:RequestedRegion": region,
      "aws:ViaAWSService": "false",
    },
    undeterminedKey,
  );
}
