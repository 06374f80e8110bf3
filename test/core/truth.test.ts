import assert from "node:assert/strict";
import fc from "fast-check";
import { type Truth, all, any, not } from "../../lib/core/truth";

const truth = fc.constantFrom<Truth>("yes", "no", "unknown");

describe("truth", () => {
  it("negation leaves the unknown unknown", () => {
    assert.deepEqual((["yes", "no", "unknown"] as const).map(not), ["no", "yes", "unknown"]);
  });

  it("one no decides a conjunction, and one unknown keeps it open", () => {
    assert.equal(all([]), "yes");
    assert.equal(all(["yes", "unknown", "no"]), "no");
    assert.equal(all(["yes", "unknown"]), "unknown");
  });

  it("one yes decides a disjunction, and one unknown keeps it open", () => {
    assert.equal(any([]), "no");
    assert.equal(any(["no", "unknown", "yes"]), "yes");
    assert.equal(any(["no", "unknown"]), "unknown");
  });

  it("obeys De Morgan", () => {
    fc.assert(fc.property(fc.array(truth), (values) => assert.equal(not(all(values)), any(values.map(not)))));
  });

  it("a definite answer stays, whatever an unknown value turns out to be", () => {
    fc.assert(
      fc.property(fc.array(truth), fc.infiniteStream(fc.constantFrom<Truth>("yes", "no")), (values, reality) => {
        const known = values.map((value) => (value === "unknown" ? (reality.next().value as Truth) : value));
        for (const combine of [all, any])
          if (combine(values) !== "unknown") assert.equal(combine(values), combine(known));
      }),
    );
  });
});
