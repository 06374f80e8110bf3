import { User } from "../../lib/aws/iam/user";
import { UserLoginProfile } from "../../lib/aws/iam/user-login-profile";
import { UserPolicy } from "../../lib/aws/iam/user-policy";
import { type Declared, declare } from "./program";
import { documentOf } from "./trust";

/** The user `alice` with a console password. */
export const alice = declare(User, "alice", { name: "alice" });
export const password = declare(UserLoginProfile, "password", { user: alice.output("name") });

/** An inline policy of `alice`. */
export function policyOfAlice(name: string, ...statements: readonly object[]): Declared {
  return declare(UserPolicy, name, { user: alice.output("name"), policy: documentOf(...statements) });
}

export const everything = { Sid: "Everything", Effect: "Allow", Action: "*", Resource: "*" };

/** The denial of everything but the enrolment of a device, under a condition. */
export function denyUnless(condition: object) {
  return {
    Sid: "DenyWithoutMfa",
    Effect: "Deny",
    NotAction: ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:ListMFADevices", "sts:GetSessionToken"],
    Resource: "*",
    Condition: condition,
  };
}

export const denyWithoutMfa = denyUnless({ BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } });
