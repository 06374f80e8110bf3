import assert from "node:assert/strict";
import {
  atLeast,
  claim,
  equals,
  every,
  isFalse,
  isGiven,
  isOneOf,
  isTrue,
  negate,
  some,
  whether,
} from "../../lib/core/claim";
import { type Place, absent, known, unread } from "../../lib/core/read";

const at = (path: string): Place => ({ urn: "urn", path });

describe("claims", () => {
  it("are put where the value was read", () => {
    assert.deepEqual(isTrue(known(false, at("enableLogging"))), claim("no", at("enableLogging")));
  });

  it("absent is no, unless the read was given its default", () => {
    for (const answer of [
      isTrue(absent(at("x"))),
      isFalse(absent(at("x"))),
      equals(absent(at("x")), 1),
      isOneOf(absent(at("x")), [1]),
      atLeast(absent(at("x")), 1),
    ]) {
      assert.equal(answer.truth, "no");
    }
  });

  it("unknown stays unknown", () => {
    assert.equal(isTrue(unread(at("x"))).truth, "unknown");
    assert.equal(whether(unread(at("x")), () => true, "yes").truth, "unknown");
  });

  it("a value that a preview does not know is given all the same, one of a wrong shape may not be", () => {
    assert.equal(isGiven(unread(at("x"))).truth, "yes");
    assert.equal(isGiven(unread(at("x"), "malformed")).truth, "unknown");
    assert.equal(isGiven(absent(at("x"))).truth, "no");
  });

  it("combined claims stand where those stand that decided", () => {
    const [yes, no, open] = [claim("yes", at("a")), claim("no", at("b")), claim("unknown", at("c"))];
    assert.deepEqual(every(yes, open, no), claim("no", at("b")));
    assert.deepEqual(every(yes, open), claim("unknown", at("c")));
    assert.deepEqual(some(no, open, yes), claim("yes", at("a")));
    assert.deepEqual(some(no, open), claim("unknown", at("c")));
    assert.deepEqual(negate(no), claim("yes", at("b")));
  });
});
