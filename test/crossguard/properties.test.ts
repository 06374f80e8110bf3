import assert from "node:assert/strict";
import { asset, type Input } from "@pulumi/pulumi";
import { unknownCheckingProxy } from "@pulumi/policy";
import { unknownValue } from "../../lib/core/properties";
import { plainProperties } from "../../lib/crossguard/properties";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const unknownList = "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2";
const proxied = (properties: object): object => (unknownCheckingProxy as (properties: object) => object)(properties);

describe("properties from Pulumi", () => {
  it("become plain data, unknown values at any depth", () => {
    const given = proxied({
      name: "x",
      arn: unknownText,
      list: ["a", unknownText, { deep: unknownText }],
      all: unknownList,
      none: null,
    });
    assert.deepEqual(plainProperties(given), {
      name: "x",
      arn: unknownValue,
      list: ["a", unknownValue, { deep: unknownValue }],
      all: unknownValue,
      none: null,
    });
  });

  it("lose keys that would reach into a prototype", () => {
    const hostile = JSON.parse('{"name":"x","__proto__":{"polluted":true},"constructor":{"prototype":1}}') as object;
    assert.deepEqual(plainProperties(proxied(hostile)), { name: "x" });
    assert.equal(({} as { polluted?: Input<boolean> }).polluted, undefined);
  });

  it("stop at a depth that no resource has", () => {
    let deep: object = {};
    for (let depth = 0; depth < 10_000; depth++) deep = { deep };
    assert.doesNotThrow(() => plainProperties(proxied(deep)));
  });

  it("have empty maps for assets", () => {
    assert.deepEqual(plainProperties(proxied({ code: new asset.StringAsset("secret text") })), { code: {} });
  });

  it("of a wrong shape are no properties", () => {
    for (const wrong of [undefined, null, 7, "text", []]) assert.deepEqual(plainProperties(wrong), {});
  });
});
