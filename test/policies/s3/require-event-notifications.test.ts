import { BucketNotification } from "../../../lib/aws/s3/bucket-parts";
import policy from "../../../policies/s3/require-event-notifications";
import { policyTest } from "../../support/policy-test";
import { declare, external } from "../../support/program";
import { bucket, elsewhere, trail, trailTo, undecided } from "./trail-bucket";

function withNotification(args: object) {
  return trailTo(bucket, declare(BucketNotification, "audit", { bucket: bucket.id, ...args }));
}

const topicArn = "arn:aws:sns:us-east-1:123456789012:audit";

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "EventBridge", given: withNotification({ eventbridge: true }) },
    { name: "a topic", given: withNotification({ topics: [{ topicArn, events: ["s3:ObjectRemoved:*"] }] }) },
  ],
  fail: [
    {
      name: "none",
      given: [bucket, trail],
      findings: [{ id: "silent", at: "", data: { bucket: "audit" } }],
      controls: ["s3.event-notifications"],
    },
    { name: "to nobody", given: withNotification({}), findings: [{ id: "silent", on: "audit", at: "eventbridge" }] },
  ],
  unknown: [
    undecided,
    { name: "a value of another stack", given: withNotification({ eventbridge: external("true") }), at: "eventbridge" },
  ],
});
