import { type sns } from "@pulumi/aws";
import { documentOf } from "../policy-document";
import { resourceView } from "../view";
import { Topic } from "./topic";

/** The policy of a topic as a resource of its own: it replaces whatever the topic had. */
export const TopicPolicy = resourceView<sns.TopicPolicyArgs>()(["aws:sns/topicPolicy:TopicPolicy"], (read) => ({
  topicArn: read.text("arn"),
  policy: documentOf(read.value("policy")),
}));

export type TopicPolicyView = ReturnType<typeof TopicPolicy.view>;

/** Whatever holds the policy of a topic: the topic itself or a `TopicPolicy`. */
export const TopicPolicyHolder = resourceView<sns.TopicArgs & sns.TopicPolicyArgs>()(
  [...Topic.types, ...TopicPolicy.types],
  (read, { type }) => ({
    /** What messages call it. */
    kind: TopicPolicy.types.includes(type) ? "topic policy" : "topic",
    policy: documentOf(read.value("policy")),
  }),
);
