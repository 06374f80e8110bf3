import assert from "node:assert/strict";
import { someOf } from "../../lib/core/words";

const names = (length: number, count: number) => Array.from({ length: count }, (_, n) => `${n}`.padEnd(length, "x"));

describe("a list in a message", () => {
  it("shows up to four items, else three of them", () => {
    assert.equal(someOf(["a"]), "`a`");
    assert.equal(someOf(["a", "b", "c", "d"]), "`a`, `b`, `c` and `d`");
    assert.equal(someOf(["a", "b", "c", "d", "e"]), "`a`, `b`, `c` and 2 more");
  });

  it("shows fewer where they are long, and always one whole", () => {
    assert.match(someOf(names(70, 4)), /^`0x+`, `1x+` and 2 more$/);
    assert.match(someOf(names(300, 2)), /^`0x+` and 1 more$/);
  });
});
