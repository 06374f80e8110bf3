import { Secret, rotations } from "../../lib/aws/secretsmanager/secret";
import { referrersTo } from "../../lib/aws/references";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "secretsmanager-require-rotation",
  on: inStack(Secret),
  severity: "medium",
  preset: "strict",
  summary: "Secrets should be replaced by themselves",
  why: "A secret that leaked unnoticed is worth something until it is replaced, and nobody replaces secrets by hand.",
  fix: "Declare an `aws.secretsmanager.SecretRotation` for the secret.",
  practice: 3,
  nist: ["IA-5"],
  messages: { fixed: "secret `{secret}` is never rotated" },
  *check({ stack, subject }, { violation, undetermined }) {
    const { certain, possible } = referrersTo(stack, subject.resource, rotations);
    if (certain.length > 0) return;
    const [open] = possible;
    if (open) yield undetermined({ urn: open.urn, path: "secretId" }, "fixed");
    else yield violation(subject.place, "fixed", { secret: subject.name });
  },
});
