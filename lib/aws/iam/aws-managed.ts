import { type PolicyDocument } from "../../access/document";
import { parsePolicy } from "../../access/parse";
import { parseArn } from "../arn";

/** The name of the AWS managed policy that an ARN names, without its path: `ReadOnlyAccess`. Else `undefined`. */
export function awsManagedName(arn: string): string | undefined {
  const parts = parseArn(arn);
  if (parts?.service !== "iam" || parts.account !== "aws" || !parts.resource.startsWith("policy/")) return undefined;
  return parts.resource.slice(parts.resource.lastIndexOf("/") + 1);
}

/**
 * What the AWS managed policies grant that open an account: enough of their documents to answer questions of
 * privilege with (AWS Managed Policy Reference, read 2026-11). `undefined` for all others.
 */
export function awsManagedDocument(name: string): PolicyDocument | undefined {
  const found = documents.get(name);
  if (!found) return undefined;
  const parsed = parsedDocuments.get(name) ?? parsePolicy({ Version: "2012-10-17", Statement: found });
  parsedDocuments.set(name, parsed);
  return parsed;
}

const parsedDocuments = new Map<string, PolicyDocument>();

const documents: ReadonlyMap<string, readonly Readonly<Record<string, string | readonly string[]>>[]> = new Map([
  ["AdministratorAccess", [{ Effect: "Allow", Action: "*", Resource: "*" }]],
  [
    "PowerUserAccess",
    [
      { Effect: "Allow", NotAction: ["iam:*", "organizations:*", "account:*"], Resource: "*" },
      {
        Effect: "Allow",
        Action: [
          "account:GetAccountInformation",
          "account:GetGovCloudAccountInformation",
          "account:GetPrimaryEmail",
          "account:ListRegions",
          "iam:CreateServiceLinkedRole",
          "iam:DeleteServiceLinkedRole",
          "iam:ListRoles",
          "organizations:DescribeEffectivePolicy",
          "organizations:DescribeOrganization",
        ],
        Resource: "*",
      },
    ],
  ],
  [
    "IAMFullAccess",
    [
      {
        Effect: "Allow",
        Action: [
          "iam:*",
          "organizations:DescribeAccount",
          "organizations:DescribeOrganization",
          "organizations:DescribeOrganizationalUnit",
          "organizations:DescribePolicy",
          "organizations:ListChildren",
          "organizations:ListParents",
          "organizations:ListPoliciesForTarget",
          "organizations:ListRoots",
          "organizations:ListPolicies",
          "organizations:ListTargetsForPolicy",
        ],
        Resource: "*",
      },
    ],
  ],
]);
