import assert from "node:assert/strict";
import fc from "fast-check";
import { compileWildcard, wildcardCovers, wildcardMatches, wildcardsOverlap } from "../../lib/access/wildcards";

const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 8 });
const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 });

/** The slow way, written another way. */
function expression(wildcard: string): RegExp {
  return new RegExp(`^${wildcard.replaceAll("*", ".*").replaceAll("?", ".")}$`);
}

/** Whether two patterns share a text, by what the first character of either may be. */
function shareText(left: string, right: string): boolean {
  if (left === "" && right === "") return true;
  if (left.startsWith("*")) return shareText(left.slice(1), right) || (right !== "" && shareText(left, right.slice(1)));
  if (right.startsWith("*")) return shareText(right, left);
  if (left === "" || right === "") return false;
  const alike = left[0] === right[0] || left.startsWith("?") || right.startsWith("?");
  return alike && shareText(left.slice(1), right.slice(1));
}

describe("wildcards", () => {
  it("match as the regular expression does", () => {
    fc.assert(
      fc.property(pattern, text, (wildcard, candidate) => {
        assert.equal(wildcardMatches(compileWildcard(wildcard), candidate), expression(wildcard).test(candidate));
      }),
    );
  });

  it("that cover one another match each text of the narrower", () => {
    fc.assert(
      fc.property(pattern, pattern, text, (wide, narrow, candidate) => {
        const covers = wildcardCovers(compileWildcard(wide), compileWildcard(narrow));
        if (covers && expression(narrow).test(candidate)) assert.match(candidate, expression(wide));
      }),
    );
  });

  it("that share a text overlap", () => {
    fc.assert(
      fc.property(pattern, pattern, text, (left, right, candidate) => {
        const shared = expression(left).test(candidate) && expression(right).test(candidate);
        if (shared) assert.equal(wildcardsOverlap(compileWildcard(left), compileWildcard(right)), true);
      }),
    );
  });

  it("overlap where some text is matched by both, and nowhere else", () => {
    fc.assert(
      fc.property(pattern, pattern, (left, right) => {
        assert.equal(wildcardsOverlap(compileWildcard(left), compileWildcard(right)), shareText(left, right));
      }),
      { numRuns: 2_000 },
    );
  });

  it("overlap the same either way round", () => {
    for (const [left, right] of [
      ["*ab?", "?b*b"],
      ["a*b*a", "?*a"],
      ["*", ""],
      ["?*", ""],
      ["a*a", "a"],
    ] as const) {
      const [one, other] = [compileWildcard(left), compileWildcard(right)];
      assert.equal(wildcardsOverlap(one, other), shareText(left, right), `${left} and ${right}`);
      assert.equal(wildcardsOverlap(other, one), shareText(left, right), `${right} and ${left}`);
    }
  });

  it("that share no text do not overlap", () => {
    assert.equal(wildcardsOverlap(compileWildcard("a*b"), compileWildcard("a*c")), false);
    assert.equal(wildcardsOverlap(compileWildcard("a?"), compileWildcard("a")), false);
  });

  it("of a thousand stars take no time to speak of", () => {
    const hostile = compileWildcard(`${"a*".repeat(1000)}b`);
    const started = performance.now();
    assert.equal(wildcardMatches(hostile, "a".repeat(10_000)), false);
    assert.ok(performance.now() - started < 1000);
  });
});
