import assert from "node:assert/strict";
import fc from "fast-check";
import { fillIn } from "../../lib/core/message";
import { fileNameOf, pageOf, policyNamePattern, serviceOf } from "../../lib/core/naming";
import { nearest } from "../../lib/core/nearest";
import { globMatches } from "../../lib/core/wildcard";

describe("messages", () => {
  it("are filled in on one line, and shortened where a value is long", () => {
    assert.equal(fillIn("group `{group}` of `{account}`", { group: "a\nb", account: 1 }), "group `a b` of `1`");
    assert.equal(fillIn("`{name}`", { name: "x".repeat(500) }).length, 205);
  });

  it("leave a name that they are not given, and one that every object has", () => {
    assert.equal(fillIn("{group} {constructor}", {}), "{group} {constructor}");
  });
});

describe("names of policies", () => {
  it("lead to the service, the file and the page", () => {
    assert.equal(serviceOf("logs-require-retention"), "logs");
    assert.equal(fileNameOf("logs-require-retention"), "require-retention");
    assert.equal(pageOf("logs-require-retention"), "docs/policies/logs/require-retention.md");
  });

  it("follow the grammar", () => {
    for (const name of ["logs-require-retention", "s3-no-public-acl", "iam-limit-pass-role"])
      assert.match(name, policyNamePattern);
    for (const name of ["logs", "logs-retention", "Logs-require-x", "logs-require-", "logs_require_x"])
      assert.doesNotMatch(name, policyNamePattern);
  });
});

describe("the nearest right name", () => {
  const names = ["minimumDays", "maximumDays", "trustedAccounts"];
  it("is found for a slip of the finger", () => {
    assert.equal(nearest("minimumDay", names), "minimumDays");
    assert.equal(nearest("minimunDays", names), "minimumDays");
    assert.equal(nearest("trustedAcounts", names), "trustedAccounts");
    assert.equal(nearest("MINIMUMDAYS", names), "minimumDays");
    assert.equal(nearest("minimumDasy", names), "minimumDays");
  });

  it("is nothing where nothing is near, or nobody could have typed it", () => {
    assert.equal(nearest("colour", names), undefined);
    assert.equal(nearest("x".repeat(100_000), names), undefined);
  });
});

describe("wildcards", () => {
  it("star is any run, question mark exactly one", () => {
    for (const [pattern, text] of [
      ["*", ""],
      ["a*c", "abbc"],
      ["a?c", "abc"],
      ["*a*b", "xaxbxb"],
      ["", ""],
    ] as const)
      assert.equal(globMatches(pattern, text), true, pattern);
    for (const [pattern, text] of [
      ["a?c", "ac"],
      ["a*c", "ab"],
      ["", "a"],
      ["A", "a"],
    ] as const)
      assert.equal(globMatches(pattern, text), false, pattern);
  });

  it("agree with the regular expression of the same meaning", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 8 }),
        fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 }),
        (pattern, text) => {
          const expression = new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`);
          assert.equal(globMatches(pattern, text), expression.test(text));
        },
      ),
    );
  });
});
