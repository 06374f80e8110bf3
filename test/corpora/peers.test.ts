import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { policies } from "../../policies/registry";
import { repositoryRoot } from "../../scripts/root";
import { plainResource, plainStack, violationsIn } from "../support/run-policies";

interface Corpus {
  readonly cases: readonly { readonly id: string; readonly document: unknown }[];
}

const file = join(repositoryRoot, "../shared/corpora/policy-documents.json");

/** Documents from the test suites of other tools, many of them malformed. */
describe("documents of other tools' tests", function () {
  before(function () {
    if (!existsSync(file)) this.skip();
  });

  it("run through every IAM policy without a crash, as policies and as trust policies", () => {
    const { cases } = JSON.parse(readFileSync(file, "utf8")) as Corpus;
    assert.ok(cases.length > 0);
    const resources = cases.flatMap(({ id, document }) => {
      const text = typeof document === "string" ? document : JSON.stringify(document);
      return [
        plainResource("aws:iam/policy:Policy", id, { name: id, policy: text }),
        plainResource("aws:iam/role:Role", id, { name: id, assumeRolePolicy: text }),
      ];
    });
    const iam = policies.filter(({ id }) => id.startsWith("iam-"));
    assert.doesNotThrow(() => violationsIn(plainStack(resources), iam));
  });
});
