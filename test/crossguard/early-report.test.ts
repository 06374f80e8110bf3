import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { EarlyReport } from "../../lib/crossguard/early-report";

/** A report that takes some milliseconds to write, and the resources that it was written for. */
function slowReport(milliseconds: number) {
  const written: string[] = [];
  const early = new EarlyReport((urn) => {
    const end = Date.now() + milliseconds;
    while (Date.now() < end) written.length;
    written.push(urn);
  });
  return { early, written };
}

describe("the report of a run that may be stopped", () => {
  it("is written at once", () => {
    const { early, written } = slowReport(0);
    early.ask("first");
    assert.deepEqual(written, ["first"]);
  });

  it("waits ten times as long as writing took before it is written again, once for all that came meanwhile", async () => {
    const { early, written } = slowReport(5);
    for (const urn of ["first", "second", "third"]) early.ask(urn);
    assert.deepEqual(written, ["first"]);
    await wait(150);
    assert.deepEqual(written, ["first", "second"]);
  });

  it("is not written once the whole report has taken its place", async () => {
    const { early, written } = slowReport(5);
    for (const urn of ["first", "second"]) early.ask(urn);
    early.forget();
    await wait(150);
    assert.deepEqual(written, ["first"]);
  });
});
