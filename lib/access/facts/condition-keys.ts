import { nearest } from "../../core/nearest";
import { servicePrefix } from "../service-prefix";
import { packedFacts, serviceFacts } from "./service-facts";
import type { ConditionKeyType } from "./service-facts";

/** A known condition key. `name` is AWS's spelling, families with their placeholder: `aws:PrincipalTag/tag-key`. */
export interface ConditionKeyFacts {
  readonly name: string;
  readonly type: ConditionKeyType;
  readonly global: boolean;
}

/** Global keys that may carry several values: the only ones for which `ForAnyValue` and `ForAllValues` make sense. */
export function isMultivalued(type: ConditionKeyType): boolean {
  return type.startsWith("ArrayOf");
}

/** What AWS lists about a condition key, in any case; `undefined` for one it does not list. */
export function conditionKeyFacts(key: string): ConditionKeyFacts | undefined {
  const wanted = key.toLowerCase();
  return globalKey(wanted) ?? serviceKey(wanted) ?? providerKey(key);
}

/** As of when AWS listed the keys: `2026-09-26`. */
export function conditionKeysDate(): string {
  return packedFacts().date;
}

export function conditionKeyType(key: string): ConditionKeyType | undefined {
  return conditionKeyFacts(key)?.type;
}

/** The key that a typing error most likely meant, among the global ones and those of the key's service or identity provider. */
export function nearestConditionKey(key: string): string | undefined {
  const [provider, claim] = providerAndClaim(key);
  if (provider !== "") {
    const meant = nearest(claim, [...claimsOfAll, ...ownClaims(provider.toLowerCase())]);
    return meant === undefined ? undefined : `${provider}:${meant}`;
  }
  const prefix = servicePrefix(key);
  const candidates = [...globalKeys().values()].map((known) => known.name);
  return nearest(key, [...candidates, ...(serviceFacts(prefix)?.keys.keys() ?? [])]);
}

let byName: ReadonlyMap<string, ConditionKeyFacts> | undefined;

function globalKeys(): ReadonlyMap<string, ConditionKeyFacts> {
  byName ??= new Map(
    packedFacts()
      .globalKeys.split("\n")
      .map((line) => {
        const [name = "", type = ""] = line.split("\t");
        return [name.toLowerCase(), { name, type: type as ConditionKeyType, global: true }];
      }),
  );
  return byName;
}

/** Tags are families of keys: `aws:ResourceTag/team` is one of `aws:ResourceTag/tag-key`. */
function globalKey(wanted: string): ConditionKeyFacts | undefined {
  const exact = globalKeys().get(wanted);
  if (exact !== undefined) return exact;
  const slash = wanted.indexOf("/");
  return slash < 0 || slash === wanted.length - 1 ? undefined : globalKeys().get(`${wanted.slice(0, slash)}/tag-key`);
}

function serviceKey(wanted: string): ConditionKeyFacts | undefined {
  for (const prefix of homesOf(wanted)) {
    for (const [family, { name, type }] of serviceFacts(prefix)?.keys ?? []) {
      if (isOfFamily(wanted, family)) return { name, type, global: false };
    }
  }
  return undefined;
}

/**
 * The claims that AWS compares whoever signed the token. An identity provider's keys begin with its domain:
 * `oidc.example.com/id/1:sub`. Claims of single providers are listed with STS; of others a request carries nothing.
 * Source: IAM user guide, "Available keys for AWS OIDC federation", default tab (read 2026-11).
 */
const claimsOfAll: readonly string[] = ["amr", "aud", "email", "oaud", "sub"];

function providerKey(key: string): ConditionKeyFacts | undefined {
  const claim = providerAndClaim(key)[1].toLowerCase();
  if (!claimsOfAll.includes(claim)) return undefined;
  return { name: key, type: claim === "amr" ? "ArrayOfString" : "String", global: false };
}

/** Two empty texts for a key that is no identity provider's. */
function providerAndClaim(key: string): readonly [provider: string, claim: string] {
  const [, provider = "", claim = ""] = /^([^:]*\.[^:]*):([^:]+)$/.exec(key) ?? [];
  return [provider, claim];
}

/** The claims that AWS compares of one provider alone, such as `repository_id` of GitHub. */
function ownClaims(provider: string): readonly string[] {
  return [...(serviceFacts("sts")?.keys.keys() ?? [])].flatMap((family) => {
    const colon = family.indexOf(":");
    return isOfFamily(provider, family.slice(0, colon)) ? [family.slice(colon + 1)] : [];
  });
}

/** The services that list a key: its own prefix, or those that carry the keys of an identity provider. */
function homesOf(wanted: string): readonly string[] {
  const prefix = wanted.slice(0, Math.max(wanted.lastIndexOf(":"), 0));
  const own = wanted.slice(0, Math.max(wanted.indexOf(":"), 0));
  if (serviceFacts(own) !== undefined) return [own];
  for (const line of packedFacts().foreignKeys.split("\n")) {
    const [family = "", homes = ""] = line.split("\t");
    if (isOfFamily(prefix, family.toLowerCase()) || isOfFamily(own, family.toLowerCase())) return homes.split(" ");
  }
  return [];
}

/** Whether a key is one of `kms:EncryptionContext:${Key}` or `ssm:resourceTag/tag-key`: a placeholder stands for one or more characters. */
function isOfFamily(wanted: string, family: string): boolean {
  if (wanted === family) return true;
  const placeholder = /\$\{[^}]*\}|<[^>]*>|(?<=\/)tag-key$/.exec(family);
  if (placeholder === null) return false;
  const head = family.slice(0, placeholder.index);
  const tail = family.slice(placeholder.index + placeholder[0].length);
  return wanted.length > head.length + tail.length && wanted.startsWith(head) && wanted.endsWith(tail);
}
