import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { policies } from "../../policies/registry";
import { repositoryRoot } from "../../scripts/root";
import { plainResource, plainStack, violationsIn } from "../support/run-policies";
import { peers } from "./peers-checks";
import { type Disagreement, type PeerCase, disagreementsOn, notCompared } from "./peers-comparison";
import { reviews } from "./peers-reviewed";

const file = join(repositoryRoot, "../shared/corpora/policy-documents.json");

function readCases(): readonly PeerCase[] {
  const { cases } = JSON.parse(readFileSync(file, "utf8")) as { readonly cases: readonly PeerCase[] };
  return cases;
}

function listed(disagreements: readonly Disagreement[]): readonly string[] {
  return disagreements.map(({ document, reports }) => `${document} ${reports}`).sort();
}

describe("checks of other tools", () => {
  const checks = Object.values(peers).flatMap((peer) => Object.entries(peer.checks));

  it("are said by policies that exist", () => {
    const known = new Set(policies.map(({ id }) => id));
    const unknown = checks.flatMap(([, { policies: named }]) => named.filter((id) => !known.has(id)));
    assert.deepEqual(unknown, []);
  });

  it("are said by some policy each, but for roles of compute services", () => {
    const silent = checks.filter(([, { policies: named }]) => named.length === 0).map(([name]) => name);
    assert.deepEqual(silent, ["AssumableByComputeService"]);
  });
});

describe("reviewed differences from other tools", () => {
  const reviewed = reviews.flatMap(({ documents, reports }) => documents.map((document) => ({ document, reports })));

  it("are listed once each", () => assert.deepEqual(listed(reviewed), [...new Set(listed(reviewed))]));

  it("are about checks and policies that exist", () => {
    const known = [
      ...policies.map(({ id }) => id),
      ...Object.values(peers).flatMap(({ checks }) => Object.keys(checks)),
    ];
    assert.deepEqual(
      reviews.map(({ reports }) => reports).filter((each) => !known.includes(each)),
      [],
    );
  });
});

/** Documents from the test suites of other tools, many of them malformed. */
describe("documents of other tools' tests", function () {
  this.timeout(60_000);
  before(function () {
    if (!existsSync(file)) this.skip();
  });

  it("run through every IAM policy without a crash, as policies and as trust policies", () => {
    const cases = readCases();
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

  it("are of checks that are mapped", () => {
    const unmapped = readCases().flatMap(({ source, peerRules }) =>
      peerRules.filter((rule) => peers[source]?.checks[rule] === undefined),
    );
    assert.deepEqual(unmapped, []);
  });

  it("are left out only where there is no verdict or no carrier", () => {
    const without = readCases().filter(({ peerResult }) => peerResult.result === null);
    const left = [...without.map(({ id }) => id), "prowler-197"];
    assert.deepEqual([...notCompared.keys()].sort(), left.sort());
  });

  it("are judged as their own tools do, but for the reviewed differences", () => {
    const differences = readCases()
      .filter(({ id }) => !notCompared.has(id))
      .flatMap(disagreementsOn);
    const reviewed = reviews.flatMap(({ documents, reports }) => documents.map((document) => ({ document, reports })));
    assert.deepEqual(listed(differences), listed(reviewed));
  });
});
