import { type chatbot } from "@pulumi/aws";
import { resourceView } from "../view";

/** A chat channel that AWS posts the messages of topics to. */
export const ChatChannel = resourceView<
  chatbot.SlackChannelConfigurationArgs | chatbot.TeamsChannelConfigurationArgs
>()(
  [
    "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
    "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration",
  ],
  (read) => ({ snsTopicArns: read.texts("snsTopicArns") }),
);
