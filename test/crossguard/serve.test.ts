import assert from "node:assert/strict";
import { join } from "node:path";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { type Connected, analyzeRequest, connect, stackRequest } from "../../bench/support/connection";
import { type MixedResource, mixedResources } from "../../bench/support/mixed-resources";
import { type PackDefinition, resolvePack } from "../../lib/core/pack";
import { type PropertyMap } from "../../lib/core/properties";
import { type Resource, makeStack } from "../../lib/core/resource";
import { defaultSettings } from "../../lib/core/settings";
import { checkAll } from "../../lib/engine/outcome";
import { packs } from "../../packs";
import { policies } from "../../policies/registry";
import { repositoryRoot } from "../../scripts/root";
import { plainResource } from "../support/run-policies";

const startMilliseconds = 20_000;
const { entries } = resolvePack(definitionOf("all"), policies);
const trail: MixedResource = {
  urn: "urn:pulumi:dev::bench::aws:cloudtrail/trail:Trail::audit",
  type: "aws:cloudtrail/trail:Trail",
  name: "audit",
  properties: { name: "audit", s3BucketName: "logs", arn: "arn:aws:cloudtrail:eu-central-1:123456789012:trail/audit" },
};
const resources = [...mixedResources(120), trail];

function definitionOf(folder: string): PackDefinition {
  const definition = packs[folder];
  assert.ok(definition);
  return definition;
}

/** What the server reports, in an order of its own. */
function said(response: analyzer.AnalyzeResponse): string[] {
  return response
    .getDiagnosticsList()
    .map((diagnostic) => `${diagnostic.getPolicyname()}: ${diagnostic.getMessage()}`)
    .sort();
}

function resourceOf({ urn, type, name, properties }: MixedResource): Resource {
  return { ...plainResource(type, name, properties as PropertyMap), urn };
}

/** How many violations each policy of one scope finds in the whole stack when the engine is asked directly. */
function engineCounts(scope: "resource" | "stack"): Record<string, number> {
  const now = new Date();
  const stack = makeStack({ resources: resources.map(resourceOf), project: "bench", name: "dev", preview: false, now });
  const counts = entries
    .filter(({ policy, level }) => policy.on.scope === scope && level !== "disabled")
    .map(({ policy }): [string, number] => {
      const config = policy.config?.parse({}) ?? {};
      return [policy.id, checkAll(policy, stack, { config, settings: defaultSettings, now }).violations.length];
    });
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function countsOf(responses: readonly analyzer.AnalyzeResponse[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const diagnostic of responses.flatMap((response) => response.getDiagnosticsList())) {
    const name = diagnostic.getPolicyname();
    if (name !== "trailguard-summary") counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function configureRequest(settings: Readonly<Record<string, object>>): analyzer.ConfigureAnalyzerRequest {
  const request = new analyzer.ConfigureAnalyzerRequest();
  for (const [policy, given] of Object.entries(settings)) {
    const config = new analyzer.PolicyConfig();
    config.setEnforcementlevel(analyzer.EnforcementLevel.ADVISORY);
    config.setProperties(Struct.fromJavaScript(given as Parameters<typeof Struct.fromJavaScript>[0]));
    request.getPolicyconfigMap().set(policy, config);
  }
  return request;
}

describe("a pack's policy server", function () {
  this.timeout(startMilliseconds);
  this.slow(startMilliseconds);
  let pack: Connected;
  const configure = (settings: Readonly<Record<string, object>>) => pack.configure(configureRequest(settings));

  before(async () => {
    pack = await connect(join(repositoryRoot, "dist/packs/all"));
  });
  after(() => pack.stop());

  it("tells of every policy before one is loaded", async () => {
    const info = await pack.getAnalyzerInfo();
    const names = info.getPoliciesList().map((policy) => policy.getName());
    assert.deepEqual(names, ["trailguard-settings", ...entries.map(({ policy }) => policy.id), "trailguard-summary"]);
  });

  it("refuses settings that cannot be used, and takes the defaults", async () => {
    await assert.rejects(configure({ "logs-require-retention": { minimumDay: 30 } }), /did you mean `minimumDays`\?/);
    await assert.rejects(configure({ "logs-require-retentoin": {} }), /did you mean `logs-require-retention`\?/);
    await configure({ "logs-require-retention": { minimumDays: 365 } });
  });

  it("finds in resources what the engine finds, whichever of a policy's types they have", async () => {
    const responses = [];
    for (const request of resources.map(analyzeRequest)) responses.push(await pack.analyze(request));
    const expected = engineCounts("resource");
    assert.ok(Object.keys(expected).length > 5, "the resources show too little");
    assert.deepEqual(countsOf(responses), expected);
  });

  it("keeps calls apart that overlap", async () => {
    const requests = resources.map(analyzeRequest);
    const together = await Promise.all(requests.map((request) => pack.analyze(request)));
    for (const [index, request] of requests.entries()) {
      const alone = await pack.analyze(request);
      assert.deepEqual(said(together[index] ?? alone), said(alone));
    }
  });

  it("finds in a stack what the engine finds, in every analysis anew", async () => {
    const expected = engineCounts("stack");
    assert.ok(Object.keys(expected).length > 5, "the stack shows too little");
    assert.deepEqual(countsOf([await pack.analyzeStack(stackRequest(resources))]), expected);
    assert.deepEqual(countsOf([await pack.analyzeStack(stackRequest([]))]), {});
    assert.deepEqual(countsOf([await pack.analyzeStack(stackRequest(resources))]), expected);
  });

  it("says which policies do not apply to a resource", async () => {
    const [bucket] = resources.filter(({ type }) => type.startsWith("aws:s3/"));
    assert.ok(bucket);
    const response = await pack.analyze(analyzeRequest(bucket));
    const names = response.getNotApplicableList().map((each) => each.getPolicyName());
    assert.ok(names.includes("cloudtrail-require-multi-region"));
  });

  it("says so of every resource of a type that no policy looks at", async () => {
    const looked = new Set(entries.flatMap(({ policy }) => (policy.on.scope === "resource" ? policy.on.types : [])));
    const first = resources.find(({ type }) => !looked.has(type));
    const second = resources.findLast(({ type }) => type === first?.type);
    assert.ok(first && second && first !== second, "the resources show too little");
    const answers = [await pack.analyze(analyzeRequest(first)), await pack.analyze(analyzeRequest(second))];
    const [one, other] = answers.map((answer) => answer.toObject());
    assert.ok(one && one.notApplicableList.length > entries.length / 4);
    assert.deepEqual(other, one);
  });
});
