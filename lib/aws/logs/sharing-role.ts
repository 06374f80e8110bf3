import { type PolicyDocument, type Principal, type Statement } from "../../access/document";
import { splitArn } from "../../access/match";
import { isUnknown } from "../../core/properties";
import { type Truth, all, any } from "../../core/truth";
import { allowsSomething } from "../statements";
import { isOpenToStrangers } from "../strangers";

/**
 * The role with which another account looks at this one's metrics, dashboards and logs. CloudWatch knows it by this
 * name alone (CloudWatch user guide, "Cross-account cross-Region CloudWatch console", November 2026).
 */
export const sharingRoleName = "CloudWatch-CrossAccountSharingRole";

/** Whether a statement of a trust policy lets in an account that is none of `trusted`, or any account at all. */
export function letsInOthersThan(trusted: readonly string[]) {
  return (statement: Statement, document: PolicyDocument): Truth => {
    const named = any((statement.principals ?? []).map((each) => isOther(each, trusted)));
    return any([all([allowsSomething(statement), named]), isOpenToStrangers(statement, document)]);
  };
}

function isOther({ kind, value }: Principal, trusted: readonly string[]): Truth {
  if (kind === "unknown" || (kind === "aws" && isUnknown(value))) return "unknown";
  if (kind !== "aws" || isUnknown(value)) return "no";
  const account = /^\d{12}$/.test(value) ? value : splitArn(value)?.[4];
  return account === undefined || account === "" ? "unknown" : trusted.includes(account) ? "no" : "yes";
}
