import { type Claim, claim, whether } from "../../core/claim";
import { whereConfigured } from "./configuration";
import { type TrailBucket } from "./trail-buckets";

/** Whether new objects are encrypted with a KMS key. Without any configuration S3 encrypts with keys of its own, since January 2023. */
export function usesKms({ encryption }: TrailBucket): Claim {
  return whereConfigured(encryption, ({ algorithm }) => whether(algorithm, (text) => text.startsWith("aws:kms"), "no"));
}

/** Whether the key is one that the account keeps itself, where KMS is used at all. */
export function isOwnKey({ encryptionKey: { kind, place }, encryption }: TrailBucket): Claim {
  switch (kind) {
    case "key":
    case "external":
      return claim("yes", place);
    case "unknown":
      // A key that is given but not known yet is given all the same.
      return claim(encryption.kind === "known" ? "yes" : "unknown", place);
    case "awsManaged":
    case "absent":
      return claim("no", place);
  }
}
