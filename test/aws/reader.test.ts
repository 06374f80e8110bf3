import assert from "node:assert/strict";
import { Reader } from "../../lib/aws/reader";
import { type PropertyValue, unknownValue } from "../../lib/core/properties";

interface Args {
  readonly rules?: readonly { readonly days?: number }[];
  readonly rule?: { readonly days?: number };
}

const place = { urn: "urn", path: "" };
const reading = (value: PropertyValue) => new Reader<Args>({ rules: value, rule: value }, place);

describe("reading objects of a resource", () => {
  const items: readonly (readonly [name: string, item: PropertyValue, days: object])[] = [
    ["an object", { days: 7 }, { kind: "known", value: 7, place: { urn: "urn", path: "rules[0].days" } }],
    ["an object without the property", {}, { kind: "absent", place: { urn: "urn", path: "rules[0].days" } }],
    ["null", null, { kind: "absent", place: { urn: "urn", path: "rules[0].days" } }],
    [
      "an unknown item",
      unknownValue,
      { kind: "unknown", because: "preview", place: { urn: "urn", path: "rules[0].days" } },
    ],
    ["a text", "seven", { kind: "unknown", because: "malformed", place: { urn: "urn", path: "rules[0].days" } }],
  ];
  for (const [name, item, days] of items) {
    it(`the property of ${name} in a list`, () => {
      const list = reading([item]).objects("rules");
      assert.deepEqual(list.kind === "known" && list.value.map((each) => each.number("days")), [days]);
    });
  }

  it("a block whose one item is unknown is unknown", () => {
    assert.deepEqual(reading([unknownValue]).object("rule"), {
      kind: "unknown",
      because: "preview",
      place: { urn: "urn", path: "rule[0]" },
    });
  });

  it("an unknown item has no names", () => {
    const list = reading([unknownValue]).objects("rules");
    assert.deepEqual(list.kind === "known" && list.value.map(({ names }) => names), [[]]);
  });
});
