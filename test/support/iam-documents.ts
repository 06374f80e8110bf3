import { type Declared, declareType } from "./program";

/** A statement as programs write it, for tests of documents. */
export type WrittenStatement = Readonly<Record<string, unknown>>;

export function allow(action: unknown, resource: unknown = "*", more: WrittenStatement = {}): WrittenStatement {
  return { Effect: "Allow", Action: action, Resource: resource, ...more };
}

export function deny(action: unknown, resource: unknown = "*", more: WrittenStatement = {}): WrittenStatement {
  return { Effect: "Deny", Action: action, Resource: resource, ...more };
}

export function documentText(...statements: readonly WrittenStatement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** A managed policy `deploy`, whose findings stand at `policy.Statement[0]...`. */
export function managed(...statements: readonly WrittenStatement[]): Declared {
  return named("deploy", ...statements);
}

export function named(name: string, ...statements: readonly WrittenStatement[]): Declared {
  return declareType("aws:iam/policy:Policy", name, { policy: documentText(...statements) });
}

/** A managed policy of which the document is what `policy` says. */
export function managedWith(policy: unknown): Declared {
  return declareType("aws:iam/policy:Policy", "deploy", { policy });
}

/** A role `ci` that a service may assume. */
export function roleFor(service: string, args: Readonly<Record<string, unknown>> = {}, name = "ci"): Declared {
  const trust = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } };
  return declareType("aws:iam/role:Role", name, { assumeRolePolicy: documentText(trust), ...args });
}

/** A role `ci` that an account's principals may assume. */
export function roleForAccount(args: Readonly<Record<string, unknown>> = {}, name = "ci"): Declared {
  const trust = {
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Principal: { AWS: "arn:aws:iam::111122223333:role/deployer" },
  };
  return declareType("aws:iam/role:Role", name, { assumeRolePolicy: documentText(trust), ...args });
}

/** Gives a role an inline policy. */
export function inlineOf(role: Declared, name: string, ...statements: readonly WrittenStatement[]): Declared {
  const policy = documentText(...statements);
  return declareType("aws:iam/rolePolicy:RolePolicy", name, { role: role.output("name"), policy });
}

/** Attaches a managed policy, or one outside the stack by its ARN, to a role. */
export function attached(role: Declared, name: string, policy: Declared | string): Declared {
  const policyArn = typeof policy === "string" ? policy : policy.arn;
  return declareType("aws:iam/rolePolicyAttachment:RolePolicyAttachment", name, {
    role: role.output("name"),
    policyArn,
  });
}
