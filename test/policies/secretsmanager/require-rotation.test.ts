import { Secret } from "../../../lib/aws/secretsmanager/secret";
import policy from "../../../policies/secretsmanager/require-rotation";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, unknown } from "../../support/program";

const secret = declare(Secret, "database");
const rotation = (secretId: unknown) =>
  declareType("aws:secretsmanager/secretRotation:SecretRotation", "weekly", {
    secretId,
    rotationRules: { automaticallyAfterDays: 7 },
  });

export default policyTest(policy, {
  pass: [{ name: "a rotation", given: [secret, rotation(secret.id)] }],
  fail: [
    {
      name: "no rotation",
      given: [secret],
      findings: [{ id: "fixed", at: "", data: { secret: "database" } }],
    },
    {
      name: "the rotation of another secret",
      given: [secret, rotation("arn:aws:secretsmanager:us-east-1:123456789012:secret:other-AbCdEf")],
      findings: [{ id: "fixed", on: "database", at: "" }],
    },
  ],
  unknown: [
    { name: "the rotation of a secret that is not known yet", given: [secret, rotation(unknown())], at: "secretId" },
  ],
});
