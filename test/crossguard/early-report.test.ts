import assert from "node:assert/strict";
import { mock } from "node:test";
import { EarlyReport } from "../../lib/crossguard/early-report";

/** A report that takes some milliseconds of the mocked clock to write, and the resources that it was written for. */
function slowReport(milliseconds: number) {
  const written: string[] = [];
  const early = new EarlyReport((urn) => {
    mock.timers.setTime(Date.now() + milliseconds);
    written.push(urn);
  });
  return { early, written };
}

describe("the report of a run that may be stopped", () => {
  beforeEach(() => mock.timers.enable({ apis: ["Date", "setTimeout"] }));
  afterEach(() => mock.timers.reset());

  it("is written at once", () => {
    const { early, written } = slowReport(0);
    early.ask("first");
    assert.deepEqual(written, ["first"]);
  });

  it("waits ten times as long as writing took before it is written again, once for all that came meanwhile", () => {
    const { early, written } = slowReport(5);
    for (const urn of ["first", "second", "third"]) early.ask(urn);
    mock.timers.tick(49);
    assert.deepEqual(written, ["first"]);
    mock.timers.tick(1);
    assert.deepEqual(written, ["first", "second"]);
  });

  it("is not written once the whole report has taken its place", () => {
    const { early, written } = slowReport(5);
    for (const urn of ["first", "second"]) early.ask(urn);
    early.forget();
    mock.timers.tick(1_000);
    assert.deepEqual(written, ["first"]);
  });
});
