import { type sns } from "@pulumi/aws";
import { type PropertyValue } from "../../core/properties";
import { type Read, absent, withDefault, withoutEmpty } from "../../core/read";
import { documentOf } from "../policy-document";
import { resourceView } from "../view";

/** An SNS topic. Its policy may also stand in a `TopicPolicy`. Defaults as of @pulumi/aws 7.48. */
export const Topic = resourceView<sns.TopicArgs>()(["aws:sns/topic:Topic"], (read) => ({
  topicName: read.text("name"),
  /** Absent: the topic is not encrypted with a key of KMS. */
  kmsMasterKeyId: withoutEmpty(read.text("kmsMasterKeyId")),
  fifoTopic: withDefault(read.boolean("fifoTopic"), false),
  /** Absent: AWS's default policy. */
  policy: documentOf(withoutEmptyValue(read.value("policy"))),
  /** The properties that name roles with which deliveries are logged. */
  feedbackRoles: read.names.filter((name) => name.endsWith("FeedbackRoleArn")),
}));

export type TopicView = ReturnType<typeof Topic.view>;

function withoutEmptyValue<T extends PropertyValue>(read: Read<T>): Read<T> {
  return read.kind === "known" && read.value === "" ? absent(read.place) : read;
}
