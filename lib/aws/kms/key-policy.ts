import { type kms } from "@pulumi/aws";
import { absent, unread, withDefault } from "../../core/read";
import { type Stack } from "../../core/resource";
import { isUnknown } from "../../core/properties";
import { accountIn } from "../accounts";
import { givenByProgram } from "../given";
import { isWholeAccount } from "../grantees";
import { type DocumentRead, documentOf } from "../policy-document";
import { referrersTo, referring } from "../references";
import { allowsSomething, writesAction } from "../statements";
import { resourceView } from "../view";
import { Key, type KeyView } from "./key";

/** The policy of a key as a resource of its own. */
export const KeyPolicy = resourceView<kms.KeyPolicyArgs>()(["aws:kms/keyPolicy:KeyPolicy"], (read) => ({
  keyId: read.text("keyId"),
  policy: documentOf(read.value("policy")),
  bypassesLockoutCheck: withDefault(read.boolean("bypassPolicyLockoutSafetyCheck"), false),
}));

/** Whatever holds the policy of a key: the key itself or a `KeyPolicy`. */
export const KeyPolicyHolder = resourceView<kms.KeyArgs & kms.KeyPolicyArgs>()(
  [...Key.types, ...KeyPolicy.types],
  (read, { type }) => ({
    /** What messages call it. */
    kind: KeyPolicy.types.includes(type) ? "key policy" : "key",
    policy: documentOf(read.value("policy")),
    bypassesLockoutCheck: withDefault(read.boolean("bypassPolicyLockoutSafetyCheck"), false),
  }),
);

const policiesOfKeys = referring(KeyPolicy.types, "keyId", Key.types);

/**
 * The policy of a key, wherever it stands: a `KeyPolicy` overrides what the key itself says. Absent: AWS's default
 * policy, which leaves the key to the account's IAM policies.
 */
export function policyOfKey(stack: Stack, key: KeyView): DocumentRead {
  const { certain, possible } = referrersTo(stack, key.resource, policiesOfKeys);
  const [holder] = certain;
  if (holder) return KeyPolicy.view(holder).policy;
  const own = givenByProgram(key.resource, key.policy);
  if (own.kind !== "absent") return own;
  const [other] = possible;
  return other ? unread(KeyPolicy.view(other).keyId.place) : absent(key.policy.place);
}

/**
 * The account that a key policy gives all of the key to, where it is one: the key's own, since KMS refuses a policy that
 * leaves the key without an owner (KMS developer guide, "Default key policy", read 2026-11).
 */
export function ownerNamedIn(policy: DocumentRead): string | undefined {
  if (policy.kind !== "known") return undefined;
  const owning = policy.value.statements.filter(
    (each) => allowsSomething(each) === "yes" && writesAction(each, ["kms:*"]) === "yes",
  );
  const accounts = owning
    .flatMap(({ principals }) => principals ?? [])
    .flatMap(({ kind, value }) => {
      if (kind !== "aws" || isUnknown(value) || !isWholeAccount(value)) return [];
      return accountIn(value) ?? [];
    });
  const [only, ...others] = new Set(accounts);
  return others.length === 0 ? only : undefined;
}
