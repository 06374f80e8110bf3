import { type Claim, claim } from "../../core/claim";
import { type TrailBucket } from "./trail-buckets";

/** Whether access to the bucket is logged somewhere, be it outside the stack. */
export function logsAccess({ accessLogTarget: { kind, place } }: TrailBucket): Claim {
  switch (kind) {
    case "resource":
    case "external":
      return claim("yes", place);
    case "unknown":
      return claim("unknown", place);
    case "absent":
      return claim("no", place);
  }
}

/** Whether the bucket's access logs go into the bucket itself. */
export function logsToItself({ accessLogTarget, urn }: TrailBucket): Claim {
  const { kind, place } = accessLogTarget;
  switch (kind) {
    case "resource":
      return claim(accessLogTarget.resource.urn === urn ? "yes" : "no", place);
    case "unknown":
      return claim("unknown", place);
    case "external":
    case "absent":
      return claim("no", place);
  }
}
