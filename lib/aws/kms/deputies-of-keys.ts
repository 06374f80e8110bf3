import { type Claim, claim, every } from "../../core/claim";
import { type StackSubject } from "../../core/policy";
import { type Resource, type Stack } from "../../core/resource";
import { EventDataStore } from "../cloudtrail/event-data-store";
import { Trail } from "../cloudtrail/trail";
import { type OpenKeyDeputy, openKeyDeputies, shortName } from "../deputies";
import { documentsIn, protectedBy } from "../documents";
import { type DocumentRead } from "../policy-document";
import { referrersTo, referring } from "../references";
import { Topic } from "../sns/topic";
import { Key } from "./key";
import { KeyPolicyHolder } from "./key-policy";

/** The policy of a key with the services that it lets use the key for anybody. */
export interface KeyWithDeputies {
  readonly label: string;
  readonly read: DocumentRead;
  readonly deputies: readonly OpenKeyDeputy[];
}

/** Every key policy of a stack, for the question for whom services may use the key. */
export const KeysWithDeputies: StackSubject<KeyWithDeputies> = {
  scope: "stack",
  types: KeyPolicyHolder.types,
  *select(stack) {
    for (const carried of documentsIn(stack, "resource")) {
      if (!KeyPolicyHolder.shows(carried.resource)) continue;
      const target = protectedBy(stack, carried, Key.types);
      const servesTrails =
        target.kind === "resource" ? servesTrailsAlone(stack, target.resource) : claim("no", carried.read.place);
      const deputies = openKeyDeputies(carried.read).flatMap((deputy) => {
        if (shortName(deputy.service) !== "cloudtrail") return [deputy];
        return servesTrails.truth === "no" ? [] : [{ ...deputy, isOpen: every(deputy.isOpen, servesTrails) }];
      });
      yield { label: carried.label, read: carried.read, deputies };
    }
  },
};

const trails = referring(Trail.types, "kmsKeyId", Key.types);
const eventDataStores = referring(EventDataStore.types, "kmsKeyId", Key.types);
const topics = referring(Topic.types, "kmsMasterKeyId", Key.types);

/**
 * Whether CloudTrail needs the key for trails only. For event data stores it does not say for whom it acts, and for
 * encrypted topics AWS does not say what it sends along (CloudTrail user guide, read 2026-11).
 */
function servesTrailsAlone(stack: Stack, key: Resource): Claim {
  const place = { urn: key.urn, path: "" };
  const others = [eventDataStores, topics].map((property) => referrersTo(stack, key, property));
  if (others.some(({ certain, possible }) => certain.length + possible.length > 0)) return claim("no", place);
  const { certain, possible } = referrersTo(stack, key, trails);
  return claim(certain.length > 0 ? "yes" : possible.length > 0 ? "unknown" : "no", place);
}
