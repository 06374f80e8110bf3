import assert from "node:assert/strict";
import { expectedFindings, missingFindings } from "../../../scripts/demo/expected";

const urn = (name: string): string => `urn:pulumi:dev::insecure::aws:x/y:Z::${name}`;

describe("the demo's expected findings", () => {
  it("are each named once", () => {
    const named = expectedFindings.map(({ policy, resource }) => `${policy} ${resource}`);
    assert.deepEqual(named, [...new Set(named)]);
  });

  it("are all missing where nothing was found", () => {
    assert.deepEqual(missingFindings([]), expectedFindings);
  });

  it("are missing where another resource was found", () => {
    const elsewhere = expectedFindings.map(({ policy }) => ({ policyName: policy, resourceUrn: urn("elsewhere") }));
    assert.deepEqual(missingFindings(elsewhere), expectedFindings);
  });

  it("are complete with one violation for each, whatever else was found", () => {
    const found = expectedFindings.map(({ policy, resource }) => ({ policyName: policy, resourceUrn: urn(resource) }));
    assert.deepEqual(missingFindings([...found, { policyName: "another" }]), []);
  });
});
