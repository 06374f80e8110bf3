import { type secretsmanager } from "@pulumi/aws";
import { referring } from "../references";
import { resourceView } from "../view";

/** A secret of Secrets Manager. */
export const Secret = resourceView<secretsmanager.SecretArgs>()(["aws:secretsmanager/secret:Secret"], (read) => ({
  secretName: read.text("name"),
  kmsKeyId: read.text("kmsKeyId"),
}));

/** The rotations of secrets. */
export const rotations = referring(["aws:secretsmanager/secretRotation:SecretRotation"], "secretId", Secret.types);
