import { AccessKey } from "../../lib/aws/iam/access-key";
import { isGiven } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-readable-secret-keys",
  on: AccessKey,
  severity: "medium",
  preset: "recommended",
  summary: "The secret of an access key must be encrypted for whom it is made",
  why: "Without a key the secret is an output of the stack: everybody who may read the stack's secrets can act as the user.",
  fix: "Set `pgpKey` to the public key of whom it is for, or do without the access key: a role gives temporary credentials.",
  practice: 4,
  nist: ["IA-5"],
  messages: {
    readable: "the secret of access key `{key}` is an output of the stack that no `pgpKey` encrypts",
  },
  *check(key, { must }) {
    yield* must(isGiven(key.pgpKey), "readable", { key: key.name });
  },
});
