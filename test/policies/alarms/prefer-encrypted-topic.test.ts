import policy from "../../../policies/alarms/prefer-encrypted-topic";
import { policyTest } from "../../support/policy-test";
import { Topic } from "../../../lib/aws/sns/topic";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "a key of one's own", given: declare(Topic, "alerts", { kmsMasterKeyId: "alias/alerts" }) },
    {
      name: "a key that is known later is a key",
      given: declare(Topic, "alerts", { kmsMasterKeyId: "arn:aws:kms:us-east-1:123456789012:key/a" }),
    },
  ],
  fail: [
    {
      name: "no key",
      given: declare(Topic, "alerts"),
      findings: [{ id: "plain", at: "kmsMasterKeyId", data: { topic: "alerts" } }],
      controls: ["sns.encryption", "sns.cmk"],
    },
    {
      name: "AWS's key",
      given: declare(Topic, "alerts", { kmsMasterKeyId: "alias/aws/sns" }),
      findings: [{ id: "awsManaged", at: "kmsMasterKeyId", data: { topic: "alerts" } }],
      controls: ["sns.cmk"],
    },
  ],
  unknown: [
    {
      name: "which key is not known",
      given: declare(Topic, "alerts", { kmsMasterKeyId: unknown() }),
      at: "kmsMasterKeyId",
    },
  ],
});
