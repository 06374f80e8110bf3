import { type sqs } from "@pulumi/aws";
import { withDefault, withoutEmpty } from "../../core/read";
import { documentOf } from "../policy-document";
import { resourceView } from "../view";

/** An SQS queue. Its policy may also stand in a `QueuePolicy`. Defaults as of @pulumi/aws 7.48. */
export const Queue = resourceView<sqs.QueueArgs>()(["aws:sqs/queue:Queue"], (read) => ({
  queueName: read.text("name"),
  kmsMasterKeyId: withoutEmpty(read.text("kmsMasterKeyId")),
  fifoQueue: withDefault(read.boolean("fifoQueue"), false),
  policy: documentOf(read.value("policy")),
}));

/** The policy of a queue as a resource of its own. */
export const QueuePolicy = resourceView<sqs.QueuePolicyArgs>()(["aws:sqs/queuePolicy:QueuePolicy"], (read) => ({
  queueUrl: read.text("queueUrl"),
  policy: documentOf(read.value("policy")),
}));
