import { AccessKey } from "../../lib/aws/iam/access-key";
import { exportedTexts } from "../../lib/aws/stack-outputs";
import { inStack } from "../../lib/aws/view";
import { isGiven } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { valueOf } from "../../lib/core/read";

export default definePolicy({
  id: "iam-no-readable-secret-keys",
  on: inStack(AccessKey),
  severity: "medium",
  preset: "recommended",
  summary: "The secret of an access key must be encrypted for whom it is made",
  why: "Without a key the secret is an output of the stack: everybody who may read the stack's secrets can act as the user.",
  fix: "Set `pgpKey` to the public key of whom it is for, or do without the access key: a role gives temporary credentials.",
  practice: 4,
  nist: ["IA-5"],
  messages: {
    readable: "the secret of access key `{key}` is an output of the stack that no `pgpKey` encrypts",
    exported: {
      what: "the stack exports the secret of access key `{key}` as `{output}`",
      fix: "Take it out of the outputs: hand it to whom it is for through Secrets Manager, or do without the access key.",
    },
  },
  *check({ stack, subject: { name, place, pgpKey, secret } }, { must, violation }) {
    const value = valueOf(secret);
    const found = value === undefined ? undefined : exportedTexts(stack).find(([, text]) => text.includes(value));
    if (found) yield violation(place, "exported", { key: name, output: found[0] });
    else yield* must(isGiven(pgpKey), "readable", { key: name });
  },
});
