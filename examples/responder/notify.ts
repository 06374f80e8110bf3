import { PublishCommand, type SNSClient } from "@aws-sdk/client-sns";
import type { Caller, TamperingCall, TamperingCallName } from "./envelope";
import type { Restoration } from "./restore";
import { trailName } from "./settings";

/** The message for the security team; `subject` is at most 100 ASCII characters, the limit of SNS. */
export interface Notice {
  readonly subject: string;
  readonly message: string;
}

const subjectLimit = 100;
/** Session names and user agents are the caller's own words: long ones would bury the rest. */
const wordLimit = 300;

/** Sends the notice. */
export async function publishNotice(client: SNSClient, topicArn: string, notice: Notice): Promise<void> {
  await client.send(new PublishCommand({ TopicArn: topicArn, Subject: notice.subject, Message: notice.message }));
}

/** Writes who did what to the trail, when, where and to which one, and what the responder did about it. */
export function writeNotice(call: TamperingCall, trailArn: string, restoration: Restoration): Notice {
  const verdict = verdictOf(restoration);
  return {
    subject: subject(`CloudTrail trail ${trailName(trailArn)}: ${call.name}, ${verdict.short}`),
    message: [
      `${deeds[call.name]}. ${verdict.long}`,
      "",
      `Who:   ${who(call.caller)}`,
      `When:  ${plain(call.time)}`,
      `What:  ${call.name}`,
      `Where: from ${plain(call.sourceIpAddress)} with ${plain(call.userAgent)}, to ${plain(call.region)} in account ${plain(call.account)}`,
      `Which: ${trailArn}`,
      ...section("What was done:", restoration.restored),
      ...section(
        "What could not be done:",
        restoration.failed.map(({ attempted, error }) => `${attempted}: ${plain(`${error.name}: ${error.message}`)}`),
      ),
      "",
      `CloudTrail event: ${plain(call.eventId)}`,
      "",
    ].join("\n"),
  };
}

const deeds: Readonly<Record<TamperingCallName, string>> = {
  StopLogging: "Somebody switched a CloudTrail trail off",
  DeleteTrail: "Somebody deleted a CloudTrail trail",
  UpdateTrail: "Somebody changed the settings of a CloudTrail trail",
  PutEventSelectors: "Somebody changed which events a CloudTrail trail records",
  PutInsightSelectors: "Somebody changed the Insights of a CloudTrail trail",
};

function verdictOf({ restored, failed }: Restoration): { readonly short: string; readonly long: string } {
  if (failed.length > 0) {
    return { short: "NOT fully restored", long: "It is NOT fully restored: act now. The responder will try again." };
  }
  if (restored.length > 0) return { short: "restored", long: "It has been put back to its declared state." };
  return { short: "already as declared", long: "It was already as declared when the responder looked." };
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `- ${line}`)];
}

function who(caller: Caller): string {
  return `${plain(caller.arn ?? caller.invokedBy)} (${plain(caller.type)})`;
}

function subject(text: string): string {
  const ascii = text.replace(/[^\x20-\x7e]/g, "?");
  return ascii.length <= subjectLimit ? ascii : `${ascii.slice(0, subjectLimit - 3)}...`;
}

/** One line: a line break in a caller's words could forge the lines below it. */
function plain(words: string | undefined): string {
  if (words === undefined) return "unknown";
  const line = words.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
  return line.length <= wordLimit ? line : `${line.slice(0, wordLimit)}...`;
}
