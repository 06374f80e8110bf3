import assert from "node:assert/strict";
import { groupedBy, pushTo } from "../../lib/core/grouping";

describe("grouping", () => {
  it("keeps keys and items in the order in which they come", () => {
    const groups = groupedBy(["b1", "a1", "b2"], (item) => item.charAt(0));
    assert.deepEqual(
      [...groups],
      [
        ["b", ["b1", "b2"]],
        ["a", ["a1"]],
      ],
    );
  });

  it("adds to a list, or begins one", () => {
    const map = new Map([["a", [1]]]);
    pushTo(map, "a", 2);
    pushTo(map, "b", 3);
    assert.deepEqual([...map.values()], [[1, 2], [3]]);
  });
});
