import { type Grant } from "../../access/grants";
import { isUnknown } from "../../core/properties";
import { type Truth, all, any, truthOf } from "../../core/truth";
import { globMatches } from "../../core/wildcard";
import { type IdentityDocument, type StatementGrant } from "./identity-documents";
import { grantsBesideWholeServices } from "./written-actions";

/**
 * Statements that let the linked role of any service be created: the service is in the role's path
 * (`role/aws-service-role/ecs.amazonaws.com/...`) and in the key `iam:AWSServiceName` (IAM user guide, read 2026-11).
 */
export function serviceLinkedRoleGrants(document: IdentityDocument): readonly StatementGrant[] {
  return grantsBesideWholeServices(document, ({ name }) => name === "iam:CreateServiceLinkedRole", isForAnyService);
}

function isForAnyService({ conditions, resources }: Grant): Truth {
  if (conditions.some(({ unknown, key }) => !unknown && key.toLowerCase() === "iam:awsservicename")) return "no";
  const free = conditions.some(({ unknown }) => unknown) ? "unknown" : "yes";
  return all([free, any(resources.map(({ text }) => (isUnknown(text) ? "unknown" : truthOf(coversAnyService(text)))))]);
}

/** Whether a pattern covers the linked role of a service that has no name yet. */
function coversAnyService(text: string): boolean {
  const [, , , , , ...role] = text.split(":");
  return globMatches(text, "*") || globMatches(role.join(":"), "role/aws-service-role/any.amazonaws.com/AnyService");
}
