import { someOf } from "../../core/words";
import { type CatalogueEvent } from "../facts/detections/event";
import { type Link } from "./link";
import { type EventVerdict } from "./verdict";

/** The names of events for a sentence, each once and the first few: "`StopLogging`, `DeleteTrail` and 2 more". */
export function eventWords(events: readonly CatalogueEvent[]): string {
  return someOf([...new Set(events.map(({ event }) => event))]);
}

/**
 * The chain of a verdict in two pieces: the hops that hold, each with an arrow behind it, and the one that decides:
 * "trail `main` -> log group `trail` -> " and "filter `tamper` does not match `StopLogging`".
 */
export function chainOf({ path, decisive }: EventVerdict): { readonly chain: string; readonly end: string } {
  const end = decisive ?? path.at(-1);
  const at = end ? path.indexOf(end) : -1;
  const before = (at < 0 ? path : path.slice(0, at)).filter((link, index) => isTold(link, path[index + 1]));
  return { chain: before.map((link) => `${wordsOf(link)} -> `).join(""), end: end?.what ?? "nothing listens" };
}

function wordsOf({ truth, what, named }: Link): string {
  return truth === "yes" ? what : (named ?? what);
}

/** Hops that lead on: what a resource says of itself, and what the next hop says again, is left out. */
function isTold({ truth, named, from, to }: Link, next: Link | undefined): boolean {
  if (from === to || (truth !== "yes" && named === undefined)) return false;
  return next?.from !== from || next.to !== to;
}

/** What would happen, as one text: for reports and the command line. */
export function explain(verdict: EventVerdict): string {
  const { chain, end } = chainOf(verdict);
  const fix = verdict.decisive?.fix === undefined ? "" : `. ${verdict.decisive.fix}`;
  const event = eventWords([verdict.event]);
  switch (verdict.verdict) {
    case "rings":
      return `${event} rings: ${chain}${end}`;
    case "silent":
      return `${event} would go unnoticed: ${chain}${end}${fix}`;
    case "vacuous":
      return `${event} rings, and so does \`${verdict.alsoRings?.eventName ?? "anything"}\`: ${chain}${end}`;
    case "unproven":
      return `whether ${event} rings is open: ${chain}${end}`;
  }
}
