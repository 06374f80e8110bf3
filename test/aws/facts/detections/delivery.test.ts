import assert from "node:assert/strict";

import { type BusDelivery, busDelivery, type Landing, landsIn } from "../../../../lib/aws/facts/detections/delivery";
import type { Truth } from "../../../../lib/core/truth";

describe("delivery to the event bus", () => {
  const cases: readonly [name: string, readOnly: boolean, category: "Management" | "Data", enabled: Truth][] = [
    ["StopLogging", false, "Management", "yes"],
    ["ConsoleLogin", false, "Management", "yes"],
    ["DescribeTrails", true, "Management", "no"],
    ["ListAccessKeys", true, "Management", "no"],
    ["GetSecretValue", true, "Management", "no"],
    ["GetSessionToken", true, "Management", "unknown"],
    ["GetFederationToken", true, "Management", "unknown"],
    ["AssumeRole", true, "Management", "unknown"],
    ["PutObject", false, "Data", "yes"],
    ["GetObject", true, "Data", "yes"],
  ];
  for (const [eventName, readOnly, category, enabled] of cases) {
    it(`of ${eventName} to an enabled rule: ${enabled}; with all management events: yes`, () => {
      const expected: BusDelivery = { enabled, withAllManagementEvents: "yes" };
      assert.deepEqual(busDelivery({ eventName, readOnly, category }), expected);
    });
  }
});

describe("landing in a region", () => {
  const cases: readonly [lands: Landing, region: string, caller: string, answer: Truth][] = [
    ["us-east-1", "us-east-1", "eu-central-1", "yes"],
    ["us-east-1", "eu-central-1", "eu-central-1", "no"],
    ["us-east-1", "us-gov-west-1", "us-gov-west-1", "unknown"],
    ["us-east-1", "cn-north-1", "cn-northwest-1", "unknown"],
    ["caller-region", "eu-central-1", "eu-central-1", "yes"],
    ["caller-region", "us-east-1", "eu-central-1", "no"],
    ["sign-in-region", "us-east-1", "eu-central-1", "unknown"],
    ["sign-in-region", "eu-central-1", "eu-central-1", "unknown"],
  ];
  for (const [lands, region, caller, answer] of cases) {
    it(`${lands} in ${region} for a caller in ${caller}: ${answer}`, () => {
      assert.equal(landsIn(lands, region, caller), answer);
    });
  }
});
