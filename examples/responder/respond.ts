import type { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import type { SNSClient } from "@aws-sdk/client-sns";
import { readEnvelope, type TamperingCall } from "./envelope";
import type { Log } from "./log";
import { publishNotice, writeNotice } from "./notify";
import { type Relevance, relevanceOf } from "./relevance";
import { asError, type Restoration, restoreTrail } from "./restore";
import type { DeclaredTrail } from "./settings";

/** What a responder answers for and works with. */
export interface Responder {
  readonly declared: DeclaredTrail;
  readonly roleArn: string;
  readonly topicArn: string;
  readonly cloudTrail: CloudTrailClient;
  readonly sns: SNSClient;
  readonly log: Log;
  /** The notices this process has sent; see `tell`. */
  readonly told: Set<string>;
}

/** What came of an event. */
export type Answer =
  | { readonly outcome: "ignored"; readonly reason: Exclude<Relevance, "relevant"> | "unrelated" }
  | { readonly outcome: "already-as-declared" }
  | { readonly outcome: "restored"; readonly restored: readonly string[] };

/** An event that claims to be about a trail and cannot be read. */
export class MalformedEventError extends Error {
  override readonly name = "MalformedEventError";
}

/** Something remains to be done: thrown so that Lambda tries again and then keeps the event in the dead-letter queue. */
export class IncompleteResponseError extends AggregateError {
  override readonly name = "IncompleteResponseError";
}

/**
 * Answers one EventBridge event. Rejects when the event cannot be read, when something could not be put back or when the
 * team could not be told: silence would be worse than a second attempt.
 */
export async function respond(event: unknown, responder: Responder): Promise<Answer> {
  const envelope = readEnvelope(event);
  switch (envelope.kind) {
    case "unrelated":
      responder.log("INFO", "ignored an event", { reason: envelope.reason });
      return { outcome: "ignored", reason: "unrelated" };
    case "malformed":
      responder.log("ERROR", "could not read an event", { reason: envelope.reason });
      throw new MalformedEventError(envelope.reason);
    case "call":
      return answer(envelope.call, responder);
  }
}

async function answer(call: TamperingCall, responder: Responder): Promise<Answer> {
  const relevance = relevanceOf(call, responder.declared.arn, responder.roleArn);
  if (relevance !== "relevant") {
    responder.log("INFO", "ignored a call", { ...factsOf(call), reason: relevance });
    return { outcome: "ignored", reason: relevance };
  }
  const restoration = await restoreTrail(responder.cloudTrail, responder.declared);
  logRestoration(call, restoration, responder.log);
  const errors = restoration.failed.map((failure) => failure.error);
  try {
    await tell(call, restoration, responder);
  } catch (error) {
    responder.log("ERROR", "could not tell the security team", { ...factsOf(call), error: asError(error).message });
    errors.push(asError(error));
  }
  if (errors.length > 0) throw new IncompleteResponseError(errors, `the response to ${call.eventId} is incomplete`);
  if (restoration.restored.length === 0) return { outcome: "already-as-declared" };
  return { outcome: "restored", restored: restoration.restored };
}

/**
 * Tells the team once for each event and result, as far as one process can know. Lambda and EventBridge deliver at least
 * once: a repeat that reaches another process is told again, because a notice too many is better than none.
 */
async function tell(call: TamperingCall, restoration: Restoration, responder: Responder): Promise<void> {
  const result = restoration.failed.length > 0 ? "incomplete" : "complete";
  const notice = `${call.eventId} ${result}`;
  // What a repeat has put back is another call's doing and news.
  if (responder.told.has(notice) && restoration.restored.length === 0) return;
  await publishNotice(responder.sns, responder.topicArn, writeNotice(call, responder.declared.arn, restoration));
  remember(responder.told, notice);
}

const remembered = 1000;

function remember(told: Set<string>, notice: string): void {
  const [oldest] = told;
  if (told.size >= remembered && oldest !== undefined) told.delete(oldest);
  told.add(notice);
}

function logRestoration(call: TamperingCall, restoration: Restoration, log: Log): void {
  const failed = restoration.failed.map(({ attempted, error }) => ({ attempted, error: error.message }));
  const level = failed.length > 0 ? "ERROR" : "WARN";
  log(level, "answered a call", { ...factsOf(call), restored: restoration.restored, failed });
}

function factsOf(call: TamperingCall): Readonly<Record<string, unknown>> {
  const { eventId, name, time, region, account, trail, errorCode, caller } = call;
  return { eventId, eventName: name, eventTime: time, region, account, trail, errorCode, caller: caller.arn };
}
