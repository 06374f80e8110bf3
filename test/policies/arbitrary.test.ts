import assert from "node:assert/strict";
import fc from "fast-check";
import { type Policy } from "../../lib/core/policy";
import { type PropertyMap, type PropertyValue, unknownValue } from "../../lib/core/properties";
import { type Resource, type Stack, makeStack } from "../../lib/core/resource";
import { Settings } from "../../lib/core/settings";
import { checkAll, crashId } from "../../lib/engine/outcome";
import { policies } from "../../policies/registry";
import { resourceTypes } from "../../scripts/pulumi/resource-aws/types";
import { plainResource } from "../support/run-policies";

/** Names that policies read, so that arbitrary properties hit them. */
const names = [
  "policy",
  "policies",
  "assumeRolePolicy",
  "inlinePolicies",
  "managedPolicyArns",
  "name",
  "arn",
  "bucket",
  "kmsKeyId",
  "eventSelectors",
  "advancedEventSelectors",
  "fieldSelectors",
  "pattern",
  "metricTransformation",
  "eventPattern",
  "alarmActions",
  "statistic",
  "threshold",
  "comparisonOperator",
  "topic",
  "protocol",
  "endpoint",
  "role",
  "users",
  "groups",
  "user",
  "group",
  "retentionInDays",
  "tags",
  "rules",
  "userData",
  "environment",
  "isMultiRegionTrail",
  "enableLogging",
  "s3BucketName",
  "cloudWatchLogsGroupArn",
  "__proto__",
  "constructor",
];

const scalar: fc.Arbitrary<PropertyValue> = fc.oneof(
  fc.constantFrom<PropertyValue>(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    "",
    "*",
    "arn:aws:iam::123456789012:role/x",
    "{",
    "{}",
    '{"Statement":[{}]}',
    '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
    "[",
    unknownValue,
  ),
  fc.string({ maxLength: 20 }),
  fc.double(),
);

const value: fc.Arbitrary<PropertyValue> = fc.letrec<{ tree: PropertyValue }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    scalar,
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 8 })), tie("tree"), { maxKeys: 4 }),
  ),
})).tree;

const properties: fc.Arbitrary<PropertyMap> = fc.dictionary(fc.constantFrom(...names), value, {
  maxKeys: 8,
  noNullPrototype: true,
});

const types = [...new Set([...policies.flatMap(({ on }) => on.types), ...Object.keys(resourceTypes)])];

const resource: fc.Arbitrary<Resource> = fc
  .record({
    type: fc.constantFrom(...types),
    name: fc.constantFrom("a", "b", "c"),
    properties,
    upstream: fc.constantFrom("a", "b", "none"),
  })
  .map(({ type, name, properties: props, upstream }) => ({
    urn: `urn:pulumi:test::arbitrary::${type}::${name}`,
    type,
    name,
    properties: props,
    options: { protect: false, ignoreChanges: [] },
    dependencies: [],
    propertyDependencies:
      upstream === "none" ? { policy: [] } : { policy: [`urn:pulumi:test::arbitrary::${type}::${upstream}`] },
  }));

const stack: fc.Arbitrary<Stack> = fc
  .uniqueArray(resource, { selector: ({ urn }) => urn, maxLength: 8 })
  .map((resources) =>
    makeStack({ resources, project: "arbitrary", name: "test", preview: true, now: new Date("2026-11-24T12:00:00Z") }),
  );

function crashes(policy: Policy, given: Stack, baseline: boolean): readonly string[] {
  const run = { config: policy.config?.parse({}) ?? {}, settings: Settings.parse({ baseline }), now: given.now };
  return checkAll(policy, given, run)
    .violations.filter(({ id }) => id === crashId)
    .map(({ message }) => message);
}

/** A stack in which every resource is of a type that the policy looks at. */
function ofTypes(policy: Policy, given: Stack): Stack {
  const own = policy.on.types;
  const resources = given.resources.map((each, index) =>
    own.length === 0 ? each : { ...each, type: own[index % own.length] ?? each.type, urn: `${each.urn}-${index}` },
  );
  return makeStack({ ...given, resources });
}

describe("no policy crashes, whatever a program says", function () {
  this.timeout(120_000);
  for (const policy of policies) {
    it(policy.id, () => {
      fc.assert(
        fc.property(stack, fc.boolean(), (given, baseline) => {
          assert.deepEqual(crashes(policy, given, baseline), []);
          assert.deepEqual(crashes(policy, ofTypes(policy, given), baseline), []);
        }),
        { numRuns: 60 },
      );
    });
  }

  it("a text of a megabyte is read in reasonable time by all of them together", () => {
    const long = "a*".repeat(2 ** 19);
    const properties = Object.fromEntries(names.filter((name) => !name.startsWith("__")).map((name) => [name, long]));
    const resources = types.map((type, index) => plainResource(type, `long-${index}`, properties));
    const given = makeStack({
      resources,
      project: "arbitrary",
      name: "test",
      preview: true,
      now: new Date("2026-11-24T12:00:00Z"),
    });
    for (const policy of policies) assert.deepEqual(crashes(policy, given, true), []);
  });
});
