import { publisherUsesKey } from "../../access/service-requests";
import { type Stack } from "../../core/resource";
import { textOf } from "../alarms/grants";
import { type KeyView } from "../kms/key";
import { type TopicView } from "../sns/topic";
import { type KeyFact, keyFacts } from "./keys";

/**
 * What must hold of the key of a topic for `service` to publish to it. Sources: SNS developer guide, "Enable
 * compatibility between event sources from AWS services and encrypted topics" (read 2026-11).
 */
export function topicKeyFacts(stack: Stack, topic: TopicView, key: KeyView, service: string): readonly KeyFact[] {
  const statement = {
    Effect: "Allow",
    Principal: { Service: service },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
  };
  const requests = publisherUsesKey({ service, key: textOf(key.resource, "arn") });
  const needs = () => requests.map((request) => ({ request, statement }));
  return keyFacts({ stack, key, encrypted: topic.resource, asker: topic.resource, needs });
}
