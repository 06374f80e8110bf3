import { isUnknown, ownProperty } from "../core/properties";
import { type Read, absent, known, placeBelow, unread } from "../core/read";
import { type Resource } from "../core/resource";
import { type Truth } from "../core/truth";
import { parseArn } from "./arn";

/**
 * The region that a resource is in: its own `region`, else that of its ARN, else its provider's. Absent where none
 * of them says so: then it is the one of the environment, the same for all such resources of a provider.
 */
export function regionOf(resource: Resource): Read<string> {
  const place = placeBelow({ urn: resource.urn, path: "" }, "region");
  const own = ownProperty(resource.properties, "region");
  if (isUnknown(own)) return unread(place);
  if (typeof own === "string") return known(own, place);
  const arn = arnOf(resource);
  if (arn !== undefined && arn.region !== "") return known(arn.region, place);
  const provider = resource.provider && ownProperty(resource.provider.properties, "region");
  if (typeof provider === "string") return known(provider, place);
  return isUnknown(provider) ? unread(place) : absent(place);
}

/** The account that a resource is in, as far as its ARN says so; else absent. */
export function accountOf(resource: Resource): Read<string> {
  const place = placeBelow({ urn: resource.urn, path: "" }, "arn");
  const account = arnOf(resource)?.account;
  return account === undefined || account === "" ? absent(place) : known(account, place);
}

/** Whether two resources are in one region: `unknown` where only one of them says where it is. */
export function sameRegion(a: Resource, b: Resource): Truth {
  const [first, second] = [regionOf(a), regionOf(b)];
  if (first.kind === "known" && second.kind === "known") return first.value === second.value ? "yes" : "no";
  const bothUnsaid = first.kind === "absent" && second.kind === "absent";
  return bothUnsaid && a.provider?.urn === b.provider?.urn ? "yes" : "unknown";
}

/**
 * As `sameRegion`, but where one says nothing of its region the environment does, and one is as good as the other:
 * `unknown` only where a region is said and a preview does not know it.
 */
export function isBeside(a: Resource, b: Resource): Truth {
  const isSame = sameRegion(a, b);
  const isOpen = [a, b].some((each) => regionOf(each).kind === "unknown");
  return isSame === "unknown" && !isOpen ? "yes" : isSame;
}

function arnOf(resource: Resource) {
  const arn = ownProperty(resource.properties, "arn");
  return typeof arn === "string" ? parseArn(arn) : undefined;
}
