import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { Key } from "../../../lib/aws/kms/key";
import { Alias } from "../../../lib/aws/kms/key-reference";
import { LogGroup } from "../../../lib/aws/logs/log-group";
import policy from "../../../policies/kms/no-disabled-key";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, external } from "../../support/program";

const bucket = "audit-logs";
const disabled = declare(Key, "logs", { isEnabled: false });
const alias = declare(Alias, "logs", { name: "alias/logs", targetKeyId: disabled.id });
const imported = declare(Key, "imported", { enabled: false }, { type: "aws:kms/externalKey:ExternalKey" });
const replica = declare(Key, "replica", { enabled: false }, { type: "aws:kms/replicaKey:ReplicaKey" });
const enabled = declare(Key, "logs");
const open = declare(Key, "logs", { isEnabled: external("false") });

export default policyTest(policy, {
  pass: [
    {
      name: "an enabled key",
      given: [declare(Trail, "main", { s3BucketName: bucket, kmsKeyId: enabled.arn }), enabled],
    },
    {
      name: "a disabled key that encrypts nothing of the trail",
      given: [declare(Trail, "main", { s3BucketName: bucket }), disabled],
    },
    {
      name: "a key outside the stack",
      given: declare(Trail, "main", {
        s3BucketName: bucket,
        kmsKeyId: external("arn:aws:kms:us-east-1:123456789012:key/1234abcd"),
      }),
    },
    { name: "AWS's own key", given: [declare(LogGroup, "main", { kmsKeyId: "alias/aws/logs" }), disabled] },
  ],
  fail: [
    {
      name: "the key of a trail",
      given: [disabled, declare(Trail, "main", { s3BucketName: bucket, kmsKeyId: disabled.arn })],
      findings: [{ id: "disabled", at: "isEnabled", data: { key: "logs", encrypts: "trail `main`" } }],
      controls: ["kms.enabled"],
    },
    {
      name: "the key of a trail, by its alias",
      given: [disabled, alias, declare(Trail, "main", { s3BucketName: bucket, kmsKeyId: alias.arn })],
      findings: [{ id: "disabled", at: "isEnabled", data: { key: "logs", encrypts: "trail `main`" } }],
    },
    {
      name: "the key of a trail, by its alias as text",
      given: [disabled, alias, declare(Trail, "main", { s3BucketName: bucket, kmsKeyId: "alias/logs" })],
      findings: [{ id: "disabled", at: "isEnabled" }],
    },
    {
      name: "the key of a log group and of an event data store",
      given: [imported, replica, declare(LogGroup, "main", { kmsKeyId: imported.arn }), declareStore()],
      findings: [
        { id: "disabled", on: "imported", at: "enabled", data: { key: "imported", encrypts: "log group `main`" } },
        { id: "disabled", on: "replica", at: "enabled", data: { key: "replica", encrypts: "event data store `lake`" } },
      ],
    },
  ],
  unknown: [
    {
      name: "a setting of another stack",
      given: [open, declare(Trail, "main", { s3BucketName: bucket, kmsKeyId: open.arn })],
      at: "isEnabled",
    },
  ],
});

function declareStore() {
  return declareType("aws:cloudtrail/eventDataStore:EventDataStore", "lake", { kmsKeyId: replica.arn });
}
