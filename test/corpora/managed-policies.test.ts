import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { policies } from "../../policies/registry";
import { repositoryRoot } from "../../scripts/root";
import { plainResource, plainStack, violationsIn } from "../support/run-policies";

interface Corpus {
  readonly policies: Readonly<Record<string, { readonly document: unknown }>>;
}

const file = join(repositoryRoot, "../shared/corpora/aws-managed-policies.json");

/**
 * AWS's own policies run through every IAM policy. Documents that AWS takes are never refused, and findings that would
 * be false on most of them stay below a share; the findings of the other policies are not counted here.
 */
describe("AWS's managed policies", function () {
  this.timeout(60_000);
  before(function () {
    if (!existsSync(file)) this.skip();
  });

  it("run through every IAM policy without a crash, and none is refused", () => {
    const corpus = JSON.parse(readFileSync(file, "utf8")) as Corpus;
    const resources = Object.entries(corpus.policies).map(([name, { document }]) =>
      plainResource("aws:iam/policy:Policy", name, { name, policy: JSON.stringify(document) }),
    );
    const iam = policies.filter(({ id }) => id.startsWith("iam-"));
    const reported = violationsIn(plainStack(resources), iam).map(({ policy }) => policy.id);
    assert.deepEqual(
      reported.filter((id) => id === "iam-no-rejected-documents" || id === "iam-no-invalid-conditions"),
      [],
    );
    const share = (id: string) => reported.filter((each) => each === id).length / resources.length;
    assert.ok(share("iam-no-wildcard-admin") < 0.01);
    assert.ok(share("iam-no-privilege-escalation") < 0.05);
    assert.ok(share("iam-no-inert-condition-keys") < 0.02);
    assert.ok(share("iam-no-unknown-condition-keys") < 0.01);
  });
});
