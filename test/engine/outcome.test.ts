import assert from "node:assert/strict";
import { definePolicy, type ResourceSubject } from "../../lib/core/policy";
import { type Resource, makeStack } from "../../lib/core/resource";
import { defaultSettings } from "../../lib/core/settings";
import { checkAll, checkResource, crashId } from "../../lib/engine/outcome";
import { ExceptionList } from "../../lib/engine/exceptions";
import { Report, makeReport } from "../../lib/engine/report";

const now = new Date("2026-11-24T12:00:00Z");
const run = { config: {}, settings: defaultSettings, now };

const anyResource: ResourceSubject<Resource> = {
  scope: "resource",
  types: ["test:thing"],
  view: (resource) => resource,
};

function resource(name: string, type = "test:thing"): Resource {
  return {
    urn: `urn:${name}`,
    type,
    name,
    properties: {},
    options: { protect: false, ignoreChanges: [] },
    dependencies: [],
    propertyDependencies: {},
  };
}

const facts = {
  severity: "high",
  preset: "recommended",
  summary: "Things must be right",
  why: "They break.",
  fix: "Mend it.",
} as const;

const complaining = definePolicy({
  id: "test-no-things",
  on: anyResource,
  ...facts,
  covers: ["logs.retention-min"],
  messages: { wrong: "thing `{name}` is wrong", also: { what: "thing is also wrong", fix: "Mend that as well." } },
  *check(thing, { violation, undetermined }) {
    yield violation({ urn: thing.urn, path: "b" }, "wrong", { name: thing.name });
    yield violation({ urn: thing.urn, path: "a" }, "also");
    yield violation({ urn: thing.urn, path: "a" }, "also");
    yield undetermined({ urn: thing.urn, path: "c" }, "wrong");
  },
});

const crashing = definePolicy({
  id: "test-no-crash",
  on: anyResource,
  ...facts,
  messages: { wrong: "wrong" },
  *check(thing) {
    throw new TypeError(`cannot read the password hunter2 of ${thing.name}`);
  },
});

describe("a run of a policy", () => {
  it("sorts, and says a thing once", () => {
    const { violations, undetermined } = checkResource(complaining, resource("x"), run);
    assert.deepEqual(
      violations.map(({ place, message, fix }) => [place.path, message, fix]),
      [
        ["a", "thing is also wrong", "Mend that as well."],
        ["b", "thing `x` is wrong", "Mend it."],
      ],
    );
    assert.deepEqual(
      undetermined.map(({ place }) => place.path),
      ["c"],
    );
  });

  it("never shows a policy what it does not ask for", () => {
    assert.deepEqual(checkResource(crashing, resource("x", "test:other"), run).violations, []);
  });

  it("turns a crash into a violation that names the bug and quotes nothing", () => {
    const [violation] = checkResource(crashing, resource("x"), run).violations;
    assert.equal(violation?.id, crashId);
    assert.match(
      violation.message,
      /policy `test-no-crash` failed with a bug of its own \(TypeError at outcome\.test\.js:\d+\)/,
    );
    assert.doesNotMatch(violation.message, /hunter2/);
  });
});

describe("the report", () => {
  const stack = makeStack({ resources: [resource("b"), resource("a")], project: "p", name: "s", preview: true, now });
  const results = [{ policy: complaining, level: "mandatory" as const, outcome: checkAll(complaining, stack, run) }];
  const exception = {
    policy: "test-no-things",
    resource: "urn:a",
    finding: "wrong",
    reason: "accepted for the test",
    owner: "us",
    until: "2027-01-01",
  };

  it("holds what was found, sorted, with the frameworks that ask for it", () => {
    const report = makeReport({
      pack: { name: "trailguard", version: "1.2.3" },
      run: stack,
      complete: true,
      results,
      exceptions: new ExceptionList([], now),
      sections: { alarms: [] },
    });
    assert.deepEqual(Report.parse(report), report);
    assert.deepEqual(
      report.findings.map(({ urn, path }) => `${urn} ${path}`),
      ["urn:a a", "urn:a b", "urn:b a", "urn:b b"],
    );
    assert.deepEqual(report.findings[0]?.frameworks, [{ name: "AWS Security Hub", references: ["CloudWatch.16"] }]);
    assert.deepEqual(report["alarms"], []);
  });

  it("moves accepted findings to the exceptions that accept them", () => {
    const report = makeReport({
      pack: { name: "trailguard", version: "1.2.3" },
      run: stack,
      complete: true,
      results,
      exceptions: new ExceptionList([exception], now),
      sections: {},
    });
    assert.equal(report.findings.length, 3);
    assert.deepEqual(
      report.exceptions.used.map(({ urn, id, exception: by }) => [urn, id, by]),
      [["urn:a", "wrong", exception]],
    );
  });

  it("of a run that was stopped calls no exception unused: what needs it may not have been reached", () => {
    const unused = { ...exception, resource: "urn:z" };
    const reportOf = (complete: boolean) =>
      makeReport({
        pack: { name: "trailguard", version: "1.2.3" },
        run: stack,
        complete,
        results,
        exceptions: new ExceptionList([unused], now),
        sections: {},
      });
    assert.deepEqual(reportOf(true).exceptions.unused, [unused]);
    assert.deepEqual(reportOf(false).exceptions.unused, []);
  });
});
