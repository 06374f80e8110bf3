import assert from "node:assert/strict";
import { type Violation } from "../../lib/core/finding";
import { type Exception, ExceptionList, Exceptions } from "../../lib/engine/exceptions";

const now = new Date("2026-11-24T12:00:00Z");
const policy = { id: "iam-no-wildcards", formerly: ["iam-no-stars"] };

const base: Exception = {
  policy: "iam-no-wildcards",
  resource: "deployer",
  reason: "needed until the migration ends",
  owner: "platform",
  until: "2026-11-24",
};

const violation: Violation = {
  kind: "violation",
  id: "everyAction",
  place: { urn: "urn:pulumi:prod::app::aws:iam/policy:Policy::deployer", path: "policy.Statement[1].Action[0]" },
  message: "too much",
  fix: "Less.",
  data: {},
};

function accepts(changes: Partial<Exception>): boolean {
  return new ExceptionList([{ ...base, ...changes }], now).accepting(policy, violation) !== undefined;
}

describe("exceptions", () => {
  it("hold to the end of their last day", () => {
    assert.equal(accepts({}), true);
    assert.equal(accepts({ until: "2026-11-23" }), false);
  });

  it("name a policy by its name or an earlier one", () => {
    assert.equal(accepts({ policy: "iam-no-stars" }), true);
    assert.equal(accepts({ policy: "iam-no-other" }), false);
  });

  it("name a resource by its logical name or URN, with stars", () => {
    for (const resource of [
      "deployer",
      "deploy*",
      "*",
      "urn:pulumi:prod::app::aws:iam/policy:Policy::deployer",
      "*aws:iam/policy:Policy::*",
    ])
      assert.equal(accepts({ resource }), true, resource);
    for (const resource of ["deploy", "other", "urn:pulumi:prod::app::aws:iam/role:Role::deployer"])
      assert.equal(accepts({ resource }), false, resource);
  });

  it("may be for one kind of finding, one statement or one action", () => {
    for (const finding of ["everyAction", "policy.Statement[1]", "policy", "policy.Statement[1].Action[0]"])
      assert.equal(accepts({ finding }), true, finding);
    for (const finding of [
      "everyResource",
      "policy.Statement[10]",
      "policy.Statement",
      "policy.Statement[1].Action[1]",
    ])
      assert.equal(accepts({ finding }), finding === "policy.Statement", finding);
  });

  it("tell which of them were used, unused and expired", () => {
    const unused = { ...base, resource: "nobody" };
    const expired = { ...base, until: "2020-01-01" };
    const list = new ExceptionList([base, unused, expired], now);
    assert.equal(list.accepting(policy, violation), base);
    assert.deepEqual(list.unused, [unused]);
    assert.deepEqual(list.expired, [expired]);
  });

  it("need a reason, an owner and an end", () => {
    for (const lack of ["reason", "owner", "until"] as const) {
      const { [lack]: _, ...rest } = base;
      assert.equal(Exceptions.safeParse([rest]).success, false, lack);
    }
    assert.equal(Exceptions.safeParse([{ ...base, until: "next year" }]).success, false);
    assert.equal(Exceptions.safeParse([{ ...base, reason: "because" }]).success, false);
  });
});
