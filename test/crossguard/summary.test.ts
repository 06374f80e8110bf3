import assert from "node:assert/strict";
import { summaryLines } from "../../lib/crossguard/summary";
import { type Report } from "../../lib/engine/report";

function reportWith(parts: Partial<Report>): Report {
  return {
    version: 1,
    pack: { name: "trailguard", version: "1.2.3" },
    project: "shop",
    stack: "dev",
    preview: true,
    complete: true,
    time: "2026-11-24T12:00:00.000Z",
    findings: [],
    undetermined: [],
    exceptions: { used: [], unused: [], expired: [] },
    ...parts,
  };
}

const openCheck = (policy: string) => ({ policy, id: "wrong", urn: "urn:a", path: "policy" });
const exception = {
  policy: "logs-require-kms",
  resource: "audit",
  reason: "holds no secrets",
  owner: "platform",
  until: "2026-10-31",
};

describe("the summary of a stack", () => {
  it("is empty where there is nothing to say", () => assert.deepEqual(summaryLines(reportWith({}), []), []));

  it("begins with the lines of the sections", () =>
    assert.deepEqual(summaryLines(reportWith({}), ["alarms: all ring."]), ["alarms: all ring."]));

  it("says of few open checks whose they are, and when they are made", () => {
    assert.deepEqual(summaryLines(reportWith({ undetermined: [openCheck("b-no-x"), openCheck("a-no-x")] }), []), [
      "2 checks of a-no-x, b-no-x must wait for values that a preview does not know, such as ARNs: `pulumi up` makes them. See docs/unknown-values.md.",
    ]);
  });

  it("only counts the policies of many", () => {
    const undetermined = Array.from({ length: 6 }, (_, index) => openCheck(`a-no-${index}`));
    assert.match(summaryLines(reportWith({ undetermined }), [])[0] ?? "", /^6 checks of 6 policies must wait/);
  });

  it("promises nothing once everything is deployed", () => {
    assert.deepEqual(summaryLines(reportWith({ preview: false, undetermined: [openCheck("a-no-x")] }), []), [
      "1 check of a-no-x cannot be made: something that it asks about is not in this stack. See docs/unknown-values.md.",
    ]);
  });

  it("tells of exceptions that accept nothing, and of those that ended", () => {
    const exceptions = { used: [], unused: [exception], expired: [exception] };
    assert.deepEqual(summaryLines(reportWith({ exceptions }), []), [
      "the exception for `logs-require-kms` on `audit` accepts nothing: remove it.",
      "the exception for `logs-require-kms` on `audit` ended on 2026-10-31: ask platform, or remove it.",
    ]);
  });
});
