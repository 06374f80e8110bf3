import { type Claim, claim, every, isTrue, negate } from "../../core/claim";
import { type Stack } from "../../core/resource";
import { givenByProgram } from "../given";
import { referrersTo, referring } from "../references";
import { Key, type KeyView } from "./key";

/** Whether the key can be copied to other regions though the stack declares no copy. Copies themselves cannot. */
export function isMultiRegionForNothing(stack: Stack, key: KeyView): Claim {
  const isMultiRegion = isTrue(givenByProgram(key.resource, key.multiRegion));
  return every(isMultiRegion, negate(isReplicated(stack, key)));
}

const replicas = referring(Key.types, "primaryKeyArn", Key.types);

function isReplicated(stack: Stack, key: KeyView): Claim {
  const { certain, possible } = referrersTo(stack, key.resource, replicas);
  const [first] = certain;
  if (first) return claim("yes", { urn: first.urn, path: "primaryKeyArn" });
  const [other] = possible;
  return other ? claim("unknown", { urn: other.urn, path: "primaryKeyArn" }) : claim("no", key.place);
}
