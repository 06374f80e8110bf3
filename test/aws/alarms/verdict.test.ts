import assert from "node:assert/strict";
import { type Link } from "../../../lib/aws/alarms/link";
import { type Occurrence } from "../../../lib/aws/alarms/occurrence";
import {
  type AlarmSystem,
  type Entrance,
  type EventVerdict,
  Inquiry,
  verdictOn,
} from "../../../lib/aws/alarms/verdict";
import { type CatalogueEvent } from "../../../lib/aws/facts/detections/event";
import { trailTampering } from "../../../lib/aws/facts/detections/trail";
import { type Truth } from "../../../lib/core/truth";

const [stopLogging] = trailTampering.mustRing;
const [lookAlike] = trailTampering.mustNotRing;
assert.ok(stopLogging && lookAlike);

/** One way: whether it is recorded, whether its pattern takes the event, an everyday event, and whether it goes on. */
interface Way {
  readonly recorded?: Truth;
  readonly event: Truth;
  readonly everyday?: Truth;
  readonly tail?: Truth;
  readonly vouched?: boolean;
}

function link(what: string, truth: Truth): Link {
  return { truth, what, from: "", to: what, place: { urn: what, path: "" }, assumptions: [] };
}

function occurrenceOf(event: CatalogueEvent): Occurrence {
  return occurrences.get(event) ?? remember(event);
}
const occurrences = new Map<CatalogueEvent, Occurrence>();
function remember(event: CatalogueEvent): Occurrence {
  const made = { event, beside: undefined, ways: [] };
  occurrences.set(event, made);
  return made;
}

function entrance({ recorded = "yes", event, everyday = "no", tail = "yes", vouched = false }: Way): Entrance {
  const match = (occurrence: Occurrence): Truth => {
    if (occurrence.event === stopLogging) return event;
    return occurrence.event === lookAlike ? everyday : "no";
  };
  return {
    head: (occurrence) => [link("recorded", recorded), link("match", match(occurrence))],
    tail: [link("tail", tail)],
    vouched,
  };
}

function judged(ways: readonly Way[], deadEnd: Truth = "no"): EventVerdict {
  const system: AlarmSystem = {
    entrances: ways.map(entrance),
    deadEnds: () => [[link("recorded", "yes"), link("nothing there", deadEnd)]],
  };
  return verdictOn(system, trailTampering, occurrenceOf(stopLogging!), new Inquiry(occurrenceOf));
}

/** The decision table of the verdict, row by row. */
const table: readonly (readonly [string, readonly Way[], EventVerdict["verdict"]])[] = [
  ["a way that holds, for the event alone", [{ event: "yes" }], "rings"],
  [
    "one good way beside all kinds of others",
    [{ event: "no" }, { event: "unknown" }, { event: "yes", everyday: "yes" }, { event: "yes" }],
    "rings",
  ],
  ["a way that may hold", [{ event: "unknown" }], "unproven"],
  ["a way that may be recorded", [{ recorded: "unknown", event: "yes" }], "unproven"],
  ["a way that may go on", [{ event: "yes", tail: "unknown" }], "unproven"],
  ["a way that may ring for everyday events too", [{ event: "yes", everyday: "unknown" }], "unproven"],
  ["a way that rings for everyday events too", [{ event: "yes", everyday: "yes" }], "vacuous"],
  ["a vacuous way and one that may ring", [{ event: "yes", everyday: "yes" }, { event: "unknown" }], "unproven"],
  ["a vacuous way and broken ones", [{ event: "yes", everyday: "yes" }, { event: "no" }], "vacuous"],
  ["a way that may be vacuous or silent", [{ event: "yes", everyday: "yes", tail: "unknown" }], "unproven"],
  ["a pattern that does not take it", [{ event: "no" }], "silent"],
  ["a way that breaks off", [{ event: "yes", tail: "no" }], "silent"],
  [
    "a way that breaks off, with something unknown before",
    [{ recorded: "unknown", event: "yes", tail: "no" }],
    "silent",
  ],
  ["nothing at all", [], "silent"],
  [
    "a way that somebody vouches for, whatever else it rings for",
    [{ event: "yes", everyday: "yes", vouched: true }],
    "rings",
  ],
];

describe("the verdict on an event", () => {
  for (const [what, ways, verdict] of table) {
    it(`${verdict}: ${what}`, () => {
      assert.equal(judged(ways).verdict, verdict);
      assert.equal(judged([...ways].reverse()).verdict, verdict);
    });
  }

  it("unproven: nothing is meant for it here, and elsewhere cannot be seen", () => {
    assert.equal(judged([{ event: "no" }], "unknown").verdict, "unproven");
  });

  it("names the hop that breaks last", () => {
    assert.equal(judged([{ event: "no" }]).decisive?.what, "nothing there");
    assert.equal(judged([{ event: "no" }, { event: "yes", tail: "no" }]).decisive?.what, "tail");
    assert.equal(
      judged([
        { recorded: "no", event: "yes" },
        { event: "yes", tail: "no" },
      ]).decisive?.what,
      "tail",
    );
  });

  it("ends the path with the hop that decides", () => {
    const { path, decisive } = judged([{ event: "yes", tail: "no" }]);
    assert.equal(path.at(-1), decisive);
  });

  it("names the everyday event that rings too", () => {
    assert.equal(judged([{ event: "yes", everyday: "yes" }]).alsoRings, lookAlike);
  });
});
