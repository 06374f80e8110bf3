import assert from "node:assert/strict";
import { parseSettings } from "../../lib/engine/settings";
import { type FailCase, type PolicyTest, outcomeOf } from "../support/policy-test";
import { Declared, asResource } from "../support/program";
import globalServiceEvents from "./cloudtrail/require-global-service-events.test";
import logFileValidation from "./cloudtrail/require-log-file-validation.test";
import logging from "./cloudtrail/require-logging.test";
import multiRegion from "./cloudtrail/require-multi-region.test";
import retention from "./logs/require-retention.test";

const remedied: readonly PolicyTest[] = [globalServiceEvents, logFileValidation, logging, multiRegion, retention];

describe("remediation", () => {
  for (const { policy, table } of remedied) {
    for (const each of table.fail) {
      it(`${policy.id} mends: ${each.name}`, () => {
        const mended = programOf(each).map((declared) => mendedBy(policy, declared, each));
        assert.deepEqual(outcomeOf(policy, { ...each, given: mended }, "deployed"), {
          violations: [],
          undetermined: [],
        });
      });
    }
  }
});

function programOf({ given }: FailCase): readonly Declared[] {
  return given instanceof Declared ? [given] : given;
}

function mendedBy(policy: PolicyTest["policy"], declared: Declared, each: FailCase): Declared {
  assert.ok(policy.remediation && policy.on.scope === "resource");
  const config = policy.config ? parseSettings(policy.id, policy.config, each.config ?? {}) : {};
  const properties = policy.remediation(policy.on.view(asResource(declared, "deployed")), config);
  assert.notDeepEqual(properties, {});
  return new Declared(declared.type, declared.name, { ...declared.args, ...properties }, declared.options);
}
