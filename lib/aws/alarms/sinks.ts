import { EventBus } from "../events/event-bus";
import { LambdaAlias, LambdaFunction } from "../lambda/function";
import { LogGroup } from "../logs/log-group";
import { Topic } from "../sns/topic";
import { Queue } from "../sqs/queue";

/**
 * What alarms and rules commonly act on. A target that is not known yet, and came from one of these, is that one: so it
 * is no other.
 */
export const sinkTypes: readonly string[] = [
  ...Topic.types,
  ...LambdaFunction.types,
  ...LambdaAlias.types,
  ...Queue.types,
  ...EventBus.types,
  ...LogGroup.types,
  "aws:appautoscaling/policy:Policy",
  "aws:autoscaling/policy:Policy",
  "aws:batch/jobQueue:JobQueue",
  "aws:cloudwatch/eventApiDestination:EventApiDestination",
  "aws:ecs/cluster:Cluster",
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
  "aws:kinesis/stream:Stream",
  "aws:sfn/stateMachine:StateMachine",
  "aws:ssmincidents/responsePlan:ResponsePlan",
];
