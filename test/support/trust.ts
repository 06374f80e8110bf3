import { Role } from "../../lib/aws/iam/role";
import { type ArgsGiven, type Declared, declare, jsonStringify } from "./program";

/** A policy document of these statements, as `pulumi.jsonStringify` makes it. */
export function documentOf(...statements: readonly object[]) {
  return jsonStringify({ Version: "2012-10-17", Statement: statements });
}

/** The role `deploy` with a trust policy of these statements. */
export function roleWith(...statements: readonly object[]): Declared {
  return declare(Role, "deploy", { assumeRolePolicy: documentOf(...statements) });
}

/** A statement that lets a principal assume a role. */
export function trust(principal: object | string, condition?: object, action = "sts:AssumeRole") {
  const statement = { Sid: "Trust", Effect: "Allow", Principal: principal, Action: action };
  return condition === undefined ? statement : { ...statement, Condition: condition };
}

/** The role `deploy`, which lets a principal assume it. */
export function roleTrusting(principal: object | string, condition?: object, more: ArgsGiven<object> = {}): Declared {
  return declare(Role, "deploy", { ...more, assumeRolePolicy: documentOf(trust(principal, condition)) });
}

/** A statement that lets tokens of an issuer assume a role. */
export function tokenTrust(issuer: string, condition?: object) {
  const provider = issuer.includes("/") || !issuer.startsWith("www.") ? arnOfIssuer(issuer) : issuer;
  return trust({ Federated: provider }, condition, "sts:AssumeRoleWithWebIdentity");
}

function arnOfIssuer(issuer: string): string {
  return `arn:aws:iam::123456789012:oidc-provider/${issuer}`;
}
