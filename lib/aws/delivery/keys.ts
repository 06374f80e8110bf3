import { type Statement } from "../../access/document";
import { coversAction } from "../../access/evaluate";
import { type Claim, claim, equals, every } from "../../core/claim";
import { withDefault } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { type Truth, all, any } from "../../core/truth";
import { givenByProgram } from "../given";
import { type KeyView } from "../kms/key";
import { policyOfKey } from "../kms/key-policy";
import { isBeside, regionOf } from "../location";
import { referrersTo, referring } from "../references";
import { allowsSomething } from "../statements";
import { type Question, type Verdict, verdictOf } from "./verdict";

/** One thing about a key that must hold for a service to encrypt with it. */
export interface KeyFact {
  readonly claim: Claim;
  readonly id: "wrongKind" | "elsewhere" | Verdict["id"];
  readonly actions: string;
  readonly why: string;
  readonly statement: string;
}

/** Who encrypts with a key. */
export interface KeyUse {
  readonly stack: Stack;
  readonly key: KeyView;
  /** What is encrypted: it must be in the key's region. */
  readonly encrypted: Resource;
  readonly asker: Resource;
  readonly needs: Question["needs"];
}

/** What must hold of a key that encrypts something, whether it does or not. Whether it is enabled is not among it. */
export function keyFacts({ stack, key, encrypted, asker, needs }: KeyUse): readonly KeyFact[] {
  const nothing = { actions: "", why: "", statement: "" };
  const policy = policyOfKey(stack, key);
  return [
    { ...nothing, id: "wrongKind", claim: isForEncryption(key) },
    { ...nothing, id: "elsewhere", claim: claim(isBeside(key.resource, encrypted), regionOf(key.resource).place) },
    verdictOf({ stack, asker, policy, needs }),
  ];
}

/** Services encrypt with symmetric keys only. */
function isForEncryption({ resource, keySpec, keyUsage }: KeyView): Claim {
  return every(
    equals(withDefault(givenByProgram(resource, keySpec), "SYMMETRIC_DEFAULT"), "SYMMETRIC_DEFAULT"),
    equals(withDefault(givenByProgram(resource, keyUsage), "ENCRYPT_DECRYPT"), "ENCRYPT_DECRYPT"),
  );
}

/** The type of grants, which give a key's operations without the key's policy. */
const keyGrant = "aws:kms/grant:Grant";

const grantsOfKeys = referring([keyGrant], "keyId", ["aws:kms/key:Key"]);

/**
 * Whether somebody may decrypt with the key, so that its records can be read: a principal that the policy names, or
 * whom the account's IAM policies may name where the key is left to them, or whoever has a grant.
 */
export function isReadable(stack: Stack, key: KeyView): Claim {
  const policy = policyOfKey(stack, key);
  if (policy.kind === "absent") return claim("yes", policy.place);
  if (policy.kind === "unknown") return claim("unknown", policy.place);
  const { certain, possible } = referrersTo(stack, key.resource, grantsOfKeys);
  const byPolicy = any(policy.value.statements.map(letsSomebodyDecrypt));
  const byGrant: Truth = certain.length + possible.length > 0 ? "yes" : "no";
  return claim(any([byPolicy, byGrant]), policy.place);
}

function letsSomebodyDecrypt(statement: Statement): Truth {
  return all([allowsSomething(statement), coversAction(statement, "kms:Decrypt"), namesSomebody(statement)]);
}

/** Services read only on their own behalf. */
function namesSomebody({ principals, notPrincipals }: Statement): Truth {
  if (notPrincipals !== undefined) return "yes";
  return any(
    (principals ?? []).map(({ kind }) => (kind === "service" ? "no" : kind === "unknown" ? "unknown" : "yes")),
  );
}
