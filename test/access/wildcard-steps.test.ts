import assert from "node:assert/strict";
import { compileWildcard, wildcardMatches } from "../../lib/access/wildcards";

/** The characters that are read of a text while it is compared. */
function readsOf(pattern: string, text: string): number {
  let reads = 0;
  const counted = {
    length: text.length,
    charCodeAt: (index: number) => {
      reads++;
      return text.charCodeAt(index);
    },
  };
  wildcardMatches(compileWildcard(pattern), counted as unknown as string);
  return reads;
}

describe("a pattern of 1,000 wildcards", () => {
  const pattern = `${"*aaaaaaaab".repeat(1_000)}*`;

  it("reads each character of a text no more often than the pattern is long between two wildcards", () => {
    const text = "a".repeat(10_000);
    assert.ok(readsOf(pattern, text) <= 10 * text.length);
  });

  it("reads a text that it matches once", () => {
    const text = "aaaaaaaab".repeat(1_000);
    assert.ok(readsOf(pattern, text) <= 2 * text.length);
  });

  it("rejects by the last character alone where it can", () => {
    assert.ok(readsOf(`${"*a".repeat(1_000)}b`, "a".repeat(10_000)) <= 1);
  });
});
