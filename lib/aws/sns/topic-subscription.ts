import { type sns } from "@pulumi/aws";
import { mapRead, withDefault, withoutEmpty } from "../../core/read";
import { resourceView } from "../view";

/** What a topic hands its messages to. Defaults as of @pulumi/aws 7.48. */
export const TopicSubscription = resourceView<sns.TopicSubscriptionArgs>()(
  ["aws:sns/topicSubscription:TopicSubscription"],
  (read) => ({
    topic: read.text("topic"),
    /** In lower case, for example `email` or `lambda`. */
    protocol: mapRead(read.text("protocol"), (protocol) => protocol.toLowerCase()),
    endpoint: read.text("endpoint"),
    endpointAutoConfirms: withDefault(read.boolean("endpointAutoConfirms"), false),
    filterPolicy: withoutEmpty(read.text("filterPolicy")),
    filterPolicyScope: withDefault(withoutEmpty(read.text("filterPolicyScope")), "MessageAttributes"),
    redrivePolicy: withoutEmpty(read.text("redrivePolicy")),
    subscriptionRoleArn: withoutEmpty(read.text("subscriptionRoleArn")),
  }),
);

export type TopicSubscriptionView = ReturnType<typeof TopicSubscription.view>;
