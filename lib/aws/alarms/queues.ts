import { topicSends } from "../../access/service-requests";
import { type Stack } from "../../core/resource";
import { givenByProgram } from "../given";
import { type DocumentRead } from "../policy-document";
import { type Reference, referrersTo, referring } from "../references";
import { type TopicView } from "../sns/topic";
import { Queue, QueuePolicy } from "../sqs/queue";
import { accountOfArn, mayUseKey, policyAllows, refused, strictest, textOf } from "./grants";
import { type Link, broken, holding, unproven } from "./link";

const policiesOfQueues = referring(QueuePolicy.types, "queueUrl", Queue.types);

/** Whether a topic may send to the queue that a subscription names; that somebody reads the queue is assumed. */
export function queueLink(stack: Stack, topic: TopicView, reference: Reference, from: string): Link {
  const hop = { from, to: "", place: reference.place };
  if (reference.kind !== "resource") return unproven(hop, "the queue that is subscribed is outside the stack");
  const queue = Queue.view(reference.resource);
  const fix = `Let the policy of queue \`${queue.name}\` allow \`sqs:SendMessage\` to \`sns.amazonaws.com\`.`;
  const arn = textOf(topic.resource, "arn");
  const request = topicSends({ arn, account: accountOfArn(arn), queue: textOf(queue.resource, "arn") });
  const policy = policyOfQueue(stack, reference.resource);
  const grant = strictest([
    policy.kind === "absent"
      ? refused(queue.place, "has no policy, so that only its account may send to it", fix)
      : policyAllows(policy, "a policy", [request], fix),
    mayUseKey(stack, queue.resource, "queue", queue.kmsMasterKeyId, "sns.amazonaws.com"),
  ]);
  const ends = { ...hop, to: queue.urn };
  const assumptions = [`somebody is told of what arrives in queue \`${queue.name}\``];
  switch (grant.truth) {
    case "yes":
      return holding(ends, `queue \`${queue.name}\` takes the message`, assumptions);
    case "no":
      return broken({ ...ends, place: grant.place }, `queue \`${queue.name}\` ${grant.why}`, grant.fix);
    case "unknown":
      return unproven({ ...ends, place: grant.place }, `queue \`${queue.name}\` ${grant.why}`);
  }
}

function policyOfQueue(stack: Stack, resource: Parameters<typeof Queue.view>[0]): DocumentRead {
  const { certain, possible } = referrersTo(stack, resource, policiesOfQueues);
  const [holder, ...others] = certain;
  const own = Queue.view(resource).policy;
  if (holder && others.length === 0) return QueuePolicy.view(holder).policy;
  const isOpen = certain.length > 1 || possible.length > 0;
  if (isOpen) return { kind: "unknown", place: own.place, because: "preview" };
  return givenByProgram(resource, own);
}
