import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import type { RunResult, StackState, StateResource } from "../../scripts/pulumi/workspace";
import { describeWithCli, inlinePack, previewWithPack, withWorkspace } from "./support";

function resourceNamed(state: StackState, name: string): StateResource {
  const found = state.deployment.resources?.find(({ urn }) => urn.endsWith(`::${name}`));
  assert.ok(found, `no resource ${name} in the state`);
  return found;
}

function assertSucceeded(result: RunResult): void {
  assert.equal(result.exitCode, 0, `${result.stdout}\n${result.stderr}`);
}

const reportsAllProperties = `
const { PolicyPack } = require("@pulumi/policy");
const described = (properties) => Object.keys(properties).sort().map((name) => {
  try { return name + "=" + JSON.stringify(properties[name]); } catch { return name + "=unknown"; }
});
new PolicyPack("inline", { policies: [
  { name: "inputs", description: "tells", enforcementLevel: "advisory",
    validateResource: (args, report) => report(described(args.props).join("\\n")) },
  { name: "outputs", description: "tells", enforcementLevel: "advisory",
    validateStack: (args, report) => args.resources.forEach((resource) =>
      report(described(resource.props).join("\\n"), resource.urn)) },
  { name: "settings", description: "tells", enforcementLevel: "advisory",
    validateStack: (args, report) => report(process.env.PULUMI_CONFIG ?? "none") },
] });
`;

function told(result: RunResult, policy: string, resource: string): string[] {
  const found = result.violations.find(
    ({ policyName, resourceUrn }) => policyName === policy && resourceUrn?.endsWith(`::${resource}`) === true,
  );
  assert.ok(found, `${policy} told nothing of ${resource}: ${result.stdout}`);
  return found.message.split("\n");
}

describeWithCli("the stand-in for AWS", () => {
  describe("in a preview", () => {
    let result: RunResult;

    before(async () => {
      const pack = inlinePack(reportsAllProperties);
      try {
        result = await previewWithPack(
          (aws) => {
            const topic = new aws.sns.Topic("alarms");
            const bucket = new aws.s3.Bucket("Evidence");
            new aws.iam.Policy("reader", {
              policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: bucket.arn }] },
            });
            new aws.iam.Policy("closed", {
              policy: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }] },
            });
            new aws.sns.TopicSubscription("team", {
              topic: topic.arn,
              protocol: "email",
              endpoint: "team@example.com",
            });
            new aws.cloudtrail.Trail("audit", { s3BucketName: bucket.bucket, eventSelectors: [{}] });
          },
          { pack, config: { "trailguard:example": "kept" } },
        );
      } finally {
        rmSync(pack, { recursive: true });
      }
    });

    it("passes with advisory findings only", () => assertSucceeded(result));

    it("knows the names that it makes up, in lower case for buckets", () => {
      assert.ok(told(result, "inputs", "alarms").some((line) => /^name="alarms-[0-9a-f]{7}"$/.test(line)));
      assert.ok(told(result, "inputs", "Evidence").some((line) => /^bucket="evidence-[0-9a-f]{7}"$/.test(line)));
    });

    it("fills in the provider's defaults, also within lists", () => {
      const trail = told(result, "inputs", "audit");
      assert.ok(trail.includes("enableLogging=true"));
      assert.ok(trail.includes("isMultiRegionTrail=false"));
      assert.ok(
        trail.includes('eventSelectors=[{"includeManagementEvents":true,"readWriteType":"All"}]'),
        trail.join(),
      );
    });

    it("does not know what AWS decides", () => {
      assert.ok(told(result, "outputs", "alarms").includes("arn=unknown"));
      assert.ok(told(result, "inputs", "team").includes("topic=unknown"));
    });

    it("makes a document text, and the whole text unknown with one unknown in it", () => {
      assert.ok(told(result, "inputs", "reader").includes("policy=unknown"));
      assert.ok(told(result, "inputs", "closed").some((line) => line.startsWith('policy="{\\"Statement')));
    });

    it("gives the stack's configuration to the pack", () => {
      const stack = result.violations.find(({ policyName }) => policyName === "settings");
      assert.match(stack?.message ?? "", /"trailguard:example":"kept"/);
    });
  });

  describe("in an update", () => {
    let state: StackState;
    let second: RunResult;

    before(() =>
      withWorkspace(
        (aws, pulumi) => {
          const group = new aws.cloudwatch.LogGroup("audit");
          const key = new aws.kms.Key("logs");
          new aws.kms.Alias("logs", { targetKeyId: key.id });
          new aws.iam.Role("trail", { path: "/service/", assumeRolePolicy: "{}" });
          new aws.sns.Topic("alarms", { displayName: pulumi.secret("hush") });
          new aws.iam.AccessKey("robot", { user: "robot" });
          new aws.cloudwatch.LogMetricFilter("elsewhere", {
            logGroupName: aws.cloudwatch.LogGroup.get("old", "/aws/old").name,
            pattern: "x",
            metricTransformation: { name: "x", namespace: "x", value: "1" },
          });
          return { group: group.arn };
        },
        {},
        async (workspace) => {
          assertSucceeded(await workspace.up());
          state = await workspace.exportState();
          second = await workspace.preview();
        },
      ),
    );

    it("makes ARNs of the right form", () => {
      const { id, outputs } = resourceNamed(state, "audit");
      assert.match(String(id), /^audit-[0-9a-f]{7}$/);
      assert.equal(outputs?.arn, `arn:aws:logs:eu-central-1:123456789012:log-group:${String(id)}`);
      const role = resourceNamed(state, "trail");
      assert.equal(role.outputs?.arn, `arn:aws:iam::123456789012:role/service/${String(role.id)}`);
    });

    it("makes ids like the real ones", () => {
      assert.match(String(resourceNamed(state, "alarms").id), /^arn:aws:sns:eu-central-1:123456789012:alarms-\w{7}$/);
      const key = state.deployment.resources?.find(({ type }) => type === "aws:kms/key:Key");
      assert.match(String(key?.id), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      const alias = state.deployment.resources?.find(({ type }) => type === "aws:kms/alias:Alias");
      assert.match(String(alias?.id), /^alias\/logs-[0-9a-f]{7}$/);
    });

    it("keeps secrets secret, given and made", () => {
      assert.ok(!JSON.stringify(state).includes("hush"));
      assert.ok(!JSON.stringify(state).includes("stand-in-secret"));
    });

    it("reads what the program says exists", () => {
      const old = resourceNamed(state, "old");
      assert.equal(old.outputs?.arn, "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/old");
      assert.equal(resourceNamed(state, "elsewhere").inputs?.logGroupName, "/aws/old");
    });

    it("sees nothing to change in a second run", () => {
      assertSucceeded(second);
      assert.deepEqual(second.events.find(({ summaryEvent }) => summaryEvent)?.summaryEvent?.resourceChanges, {
        same: 8,
      });
    });
  });
});
