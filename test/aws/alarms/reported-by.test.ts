import assert from "node:assert/strict";
import { policies } from "../../../policies/registry";
import { asStack, declareType } from "../../support/program";
import { violationsIn } from "../../support/run-policies";
import { type Changes, allow, watchedBy } from "./programs";

const alarms = policies.find(({ id }) => id === "cloudtrail-require-alarms");
const pattern = "{ $.eventName = StopLogging || $.eventName = DeleteTrail || $.eventName = UpdateTrail }";
const key = declareType("aws:kms/key:Key", "logs", { policy: allow("sns.amazonaws.com", "kms:*", { Resource: "*" }) });
const off = declareType("aws:kms/key:Key", "logs", { isEnabled: false });

/** A trail broken in one way, and the policy that says so by itself. */
const breaks: readonly {
  readonly policy: string;
  readonly changes: Changes;
  readonly more?: readonly (typeof key)[];
}[] = [
  { policy: "cloudtrail-require-logging", changes: { trail: { enableLogging: false } } },
  { policy: "cloudtrail-require-cloudwatch-logs", changes: { trail: { cloudWatchLogsGroupArn: null } } },
  { policy: "cloudtrail-require-cloudwatch-logs", changes: { trail: { cloudWatchLogsRoleArn: null } } },
  {
    policy: "cloudtrail-require-management-events",
    changes: { trail: { eventSelectors: [{ includeManagementEvents: false }] } },
  },
  {
    policy: "cloudtrail-require-role-access",
    changes: { role: { assumeRolePolicy: allow("lambda.amazonaws.com", "sts:AssumeRole") } },
  },
  {
    policy: "cloudtrail-require-role-access",
    changes: { rolePolicy: { policy: { Version: "2012-10-17", Statement: [] } } },
  },
  { policy: "logs-require-key-access", changes: { group: { kmsKeyId: key.arn } }, more: [key] },
  { policy: "kms-no-disabled-key", changes: { group: { kmsKeyId: off.arn } }, more: [off] },
];

describe("a broken trail that a policy of its own reports", () => {
  for (const { policy, changes, more = [] } of breaks) {
    it(`${policy}: ${JSON.stringify(changes)}`, () => {
      const stack = asStack([...watchedBy(pattern, changes), ...more], "deployed");
      const told = violationsIn(stack, alarms ? [alarms] : []).map(({ violation }) => violation);
      assert.equal(told.length, 1);
      assert.equal(told[0]?.data["chain"], "");
      assert.match(told[0].message, new RegExp(` \\(${policy}\\)$`));
      const own = violationsIn(
        stack,
        policies.filter(({ id }) => id === policy),
      );
      assert.notEqual(own.length, 0, `${policy} reports it too`);
    });
  }
});
