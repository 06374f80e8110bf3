import { Key } from "../../../lib/aws/kms/key";
import policy from "../../../policies/kms/prefer-single-region";
import { policyTest } from "../../support/policy-test";
import { declare, external, unknown } from "../../support/program";

const primary = declare(Key, "logs", { multiRegion: true });
const open = declare(Key, "logs", { multiRegion: external("true") });
const replica = "aws:kms/replicaKey:ReplicaKey";

export default policyTest(policy, {
  pass: [
    { name: "one region", given: declare(Key, "logs") },
    {
      name: "with a replica",
      given: [primary, declare(Key, "copy", { primaryKeyArn: primary.arn }, { type: replica, region: "eu-west-1" })],
    },
    {
      name: "a replica of a key outside the stack",
      given: declare(
        Key,
        "copy",
        { primaryKeyArn: external("arn:aws:kms:us-east-1:123456789012:key/mrk-1234abcd") },
        { type: replica },
      ),
    },
  ],
  fail: [
    {
      name: "without a replica",
      given: primary,
      findings: [{ id: "unneeded", at: "multiRegion", data: { key: "logs" } }],
      controls: ["kms.multi-region"],
    },
  ],
  unknown: [
    { name: "a setting of another stack", given: open, at: "multiRegion" },
    {
      name: "a replica of a key not known yet",
      given: [primary, declare(Key, "copy", { primaryKeyArn: unknown() }, { type: replica })],
      at: "primaryKeyArn",
    },
  ],
});
