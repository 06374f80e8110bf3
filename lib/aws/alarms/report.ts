import * as z from "zod";
import { oneLine } from "../../core/message";
import { type Stack } from "../../core/resource";
import { type Settings } from "../../core/settings";
import { type DetectionVerdict, detectionVerdictsOf, worstOf } from "../alarm-path";
import { type Link } from "./link";
import { type EventVerdict, type Verdict } from "./verdict";

const Hop = z.object({
  from: z.string().describe("URN of the resource that the hop starts from; empty for the call itself."),
  to: z.string().describe("URN of the resource that it leads to; empty for a person, or where there is none."),
  holds: z.enum(["yes", "no", "unknown"]),
  reason: z.string(),
});

/** What an event that happens now would lead to, for one detection. */
export const AlarmVerdict = z.object({
  detection: z.string().describe("Kebab case; the policy is `alarms-require-<detection>`."),
  event: z
    .string()
    .describe("CloudTrail's eventName, or a condition: `root-use`, `root-console-login`, `console-login-no-mfa`, ..."),
  required: z.boolean().describe("Whether the policy asks for it; the others are for information."),
  verdict: z.enum(["rings", "silent", "vacuous", "unproven"]),
  path: z.array(Hop).describe("From the call to the last hop that matters."),
  broken: z
    .object({ urn: z.string(), property: z.string(), reason: z.string(), fix: z.string() })
    .optional()
    .describe("Only for `silent`: the hop to mend and how."),
  open: z
    .object({ urn: z.string(), property: z.string(), reason: z.string() })
    .optional()
    .describe("Only for `unproven`: what is not known."),
  alsoRings: z.string().optional().describe("Only for `vacuous`: an everyday event that rings as well."),
  assumptions: z.array(z.string()).describe("What no program can show: a confirmed subscription, for example."),
});
export type AlarmVerdict = z.infer<typeof AlarmVerdict>;

export const AlarmVerdicts = z.array(AlarmVerdict);

/** The part `alarms` of the report, and its line in the summary. Nothing for stacks that are not asked. */
export const alarmsSection = {
  name: "alarms",
  report(stack: Stack, settings: Settings): readonly AlarmVerdict[] | undefined {
    const verdicts = detectionVerdictsOf(stack, settings);
    return verdicts.length === 0 ? undefined : verdicts.flatMap(entriesOf);
  },
  summary(stack: Stack, settings: Settings): string | undefined {
    const verdicts = detectionVerdictsOf(stack, settings);
    return verdicts.length === 0 ? undefined : summaryOf(verdicts, stack);
  },
};

function entriesOf({ detection, mustRing, shouldRing }: DetectionVerdict): readonly AlarmVerdict[] {
  const entries = (verdicts: readonly EventVerdict[], required: boolean) =>
    byName(verdicts).map((same) => entryOf(detection.id, same, required));
  const required = new Set(mustRing.map(({ event }) => event.event));
  const others = shouldRing.filter(({ event }) => !required.has(event.event));
  return [...entries(mustRing, true), ...entries(others, false)];
}

/** Several records may share a name: each must ring, and the worst is what is told. */
function byName(verdicts: readonly EventVerdict[]): readonly (readonly EventVerdict[])[] {
  const names = [...new Set(verdicts.map(({ event }) => event.event))];
  return names.map((name) => verdicts.filter(({ event }) => event.event === name));
}

function entryOf(detection: string, same: readonly EventVerdict[], required: boolean): AlarmVerdict {
  const verdict = worstOf(same.map((each) => each.verdict));
  const shown = same.find((each) => each.verdict === verdict);
  const { path = [], decisive, alsoRings, assumptions = [] } = shown ?? {};
  return {
    detection,
    event: shown?.event.event ?? "",
    required,
    verdict,
    path: path.map(({ from, to, truth, what }) => ({ from, to, holds: truth, reason: readable(what) })),
    ...(decisive && verdict === "silent" && { broken: { ...placed(decisive), fix: readable(decisive.fix ?? "") } }),
    ...(decisive && verdict === "unproven" && { open: placed(decisive) }),
    ...(alsoRings && { alsoRings: alsoRings.eventName }),
    assumptions: assumptions.map(readable),
  };
}

function placed({ place, what }: Link) {
  return { urn: place.urn, property: place.path, reason: readable(what) };
}

/** Longest reason, in characters: it quotes what the program says. */
const longestReason = 2000;

function readable(text: string): string {
  return oneLine(text, longestReason);
}

function firstFew(ids: readonly string[]): string {
  if (ids.length <= 4) return ids.join(", ");
  return `${ids.slice(0, 3).join(", ")} and ${ids.length - 3} more`;
}

function summaryOf(verdicts: readonly DetectionVerdict[], { preview }: Stack): string {
  const ids = (verdict: Verdict) =>
    verdicts.filter((each) => each.verdict === verdict).map(({ detection }) => detection.id);
  const ringing = ids("rings").length;
  const others = (["silent", "vacuous", "unproven"] as const).flatMap((verdict) => {
    const found = ids(verdict);
    if (found.length === 0) return [];
    return [`${found.length} ${found.length === 1 ? "is" : "are"} ${verdict} (${firstFew(found)})`];
  });
  const ring = `alarms: ${ringing} of ${verdicts.length} detections ${ringing === 1 ? "rings" : "ring"}`;
  const line = `${[ring, ...others].join(", ")}.`;
  return ids("unproven").length === 0 ? line : `${line} ${meaningOfUnproven(preview)}`;
}

function meaningOfUnproven(preview: boolean): string {
  const open = preview
    ? "a preview does not know all that it takes"
    : "not all that it takes can be seen in this stack";
  return `Unproven: nothing wrong is seen, but ${open}.`;
}
