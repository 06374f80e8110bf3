import assert from "node:assert/strict";
import { vendorAccounts } from "../../../lib/aws/facts/vendor-accounts";
import { accountTitle, isVendor } from "../../../lib/aws/grantees";

describe("vendors' accounts", () => {
  it("are twelve digits, in order and once, with a name and a source", () => {
    const accounts = [...vendorAccounts.keys()];
    assert.deepEqual(accounts, [...new Set(accounts)].sort());
    for (const [account, { name, source }] of vendorAccounts) {
      assert.match(account, /^\d{12}$/);
      assert.ok(name !== "" && source !== "", account);
    }
  });

  it("are called by the company's name", () => {
    assert.equal(accountTitle("956993596390"), "account 956993596390 (Vanta)");
    assert.equal(accountTitle("111122223333"), "account 111122223333");
    assert.equal(isVendor("577638371743"), true);
    assert.equal(isVendor("111122223333"), false);
  });
});
