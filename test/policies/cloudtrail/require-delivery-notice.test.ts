import { Trail } from "../../../lib/aws/cloudtrail/trail";
import policy from "../../../policies/cloudtrail/require-delivery-notice";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, external } from "../../support/program";

const topic = declareType("aws:sns/topic:Topic", "deliveries");

export default policyTest(policy, {
  pass: [
    {
      name: "a topic of the stack",
      given: [declare(Trail, "main", { s3BucketName: "logs", snsTopicName: topic.arn }), topic],
    },
    {
      name: "a topic of another stack",
      given: declare(Trail, "main", {
        s3BucketName: "logs",
        snsTopicName: external("arn:aws:sns:us-east-1:123456789012:t"),
      }),
    },
    {
      name: "a topic by its name",
      given: declare(Trail, "main", { s3BucketName: "logs", snsTopicName: "deliveries" }),
    },
  ],
  fail: [
    {
      name: "no topic",
      given: declare(Trail, "main", { s3BucketName: "logs" }),
      findings: [{ id: "noTopic", at: "snsTopicName", data: { trail: "main" } }],
      controls: ["ct.sns"],
    },
  ],
  unknown: [
    {
      name: "a value of the wrong shape",
      given: declare(Trail, "main", { s3BucketName: "logs", snsTopicName: {} }),
      at: "snsTopicName",
    },
  ],
});
