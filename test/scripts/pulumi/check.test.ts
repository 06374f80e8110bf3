import assert from "node:assert/strict";
import { checkedInputs } from "../../../scripts/pulumi/resource-aws/check";
import { secretOf, textOf, unknownSentinel, type WireMap } from "../../../scripts/pulumi/resource-aws/wire";

function checked(token: string, news: WireMap, olds: WireMap = {}): WireMap {
  return checkedInputs({ urn: `urn:pulumi:dev::example::${token}::Main`, token, logicalName: "Main", olds, news });
}

describe("checkedInputs", () => {
  it("leaves a given name alone, known or not", () => {
    assert.equal(checked("aws:sns/topic:Topic", { name: "mine" }).name, "mine");
    assert.equal(checked("aws:sns/topic:Topic", { name: unknownSentinel }).name, unknownSentinel);
  });

  it("keeps the name of an earlier deployment", () => {
    assert.equal(checked("aws:sns/topic:Topic", {}, { name: "Main-old" }).name, "Main-old");
  });

  it("makes up a name with the wanted beginning", () => {
    assert.match(textOf(checked("aws:iam/role:Role", { namePrefix: "app-" }).name), /^app-[0-9a-f]{7}$/);
  });

  it("ends the name of a FIFO topic as AWS wants it", () => {
    assert.match(textOf(checked("aws:sns/topic:Topic", { fifoTopic: true }).name), /^Main-[0-9a-f]{7}\.fifo$/);
  });

  it("makes up no name where the provider does not", () => {
    assert.equal(checked("aws:cloudwatch/compositeAlarm:CompositeAlarm", {}).alarmName, undefined);
    assert.equal(checked("aws:s3/bucketPolicy:BucketPolicy", {}).name, undefined);
    assert.equal(checked("aws:other/thing:Thing", {}).name, undefined);
  });

  it("keeps a default that the program decides otherwise", () => {
    assert.equal(checked("aws:cloudtrail/trail:Trail", { enableLogging: false }).enableLogging, false);
    assert.equal(
      checked("aws:cloudtrail/trail:Trail", { enableLogging: unknownSentinel }).enableLogging,
      unknownSentinel,
    );
  });

  it("says what it filled in", () => {
    assert.deepEqual(checked("aws:cloudwatch/logGroup:LogGroup", { name: "x" }).__defaults, [
      "retentionInDays",
      "skipDestroy",
    ]);
  });

  it("keeps the secrecy of a document with a secret in it", () => {
    const { policy } = checked("aws:iam/policy:Policy", { policy: { Statement: [{ Sid: secretOf("hush") }] } });
    assert.deepEqual(policy, secretOf('{"Statement":[{"Sid":"hush"}]}'));
  });

  it("turns documents within lists into text", () => {
    const { inlinePolicies } = checked("aws:iam/role:Role", {
      inlinePolicies: [{ name: "a", policy: { Statement: [] } }],
    });
    assert.deepEqual(inlinePolicies, [{ name: "a", policy: '{"Statement":[]}' }]);
  });
});
