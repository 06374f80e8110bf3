import { Trail } from "../../../lib/aws/cloudtrail/trail";
import policy from "../../../policies/cloudtrail/require-cloudwatch-logs";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, external, interpolate, unknown } from "../../support/program";

import { LogGroup } from "../../../lib/aws/logs/log-group";
const arn = "arn:aws:logs:us-east-1:123456789012:log-group:trail";
const group = declare(LogGroup, "trail");
const role = declareType("aws:iam/role:Role", "trail");
const trail = (name: string, args: object) => declare(Trail, name, { s3BucketName: "logs", ...args });

export default policyTest(policy, {
  pass: [
    {
      name: "a group of the stack with its streams",
      only: "deployed",
      given: [
        trail("main", { cloudWatchLogsGroupArn: interpolate`${group.arn}:*`, cloudWatchLogsRoleArn: role.arn }),
        group,
        role,
      ],
    },
    {
      name: "a group by its ARN",
      given: trail("main", { cloudWatchLogsGroupArn: `${arn}:*`, cloudWatchLogsRoleArn: role.arn }),
    },
    {
      name: "a group of another stack",
      only: "deployed",
      given: trail("main", {
        cloudWatchLogsGroupArn: external(`${arn}:*`),
        cloudWatchLogsRoleArn: external("arn:aws:iam::123456789012:role/r"),
      }),
    },
  ],
  fail: [
    {
      name: "no group",
      given: trail("main", {}),
      findings: [{ id: "noGroup", at: "cloudWatchLogsGroupArn", data: { trail: "main" } }],
      controls: ["ct.cloudwatch-logs"],
    },
    {
      name: "no role",
      given: trail("main", { cloudWatchLogsGroupArn: `${arn}:*` }),
      findings: [{ id: "noRole", at: "cloudWatchLogsRoleArn", data: { trail: "main" } }],
    },
    {
      name: "the group's ARN without its streams",
      only: "deployed",
      given: [trail("main", { cloudWatchLogsGroupArn: group.arn, cloudWatchLogsRoleArn: role.arn }), group, role],
      findings: [{ id: "noStreams", at: "cloudWatchLogsGroupArn" }],
    },
    {
      name: "the ARN of one stream",
      given: trail("main", { cloudWatchLogsGroupArn: `${arn}:log-stream:one`, cloudWatchLogsRoleArn: role.arn }),
      findings: [
        { id: "noStreams", at: "cloudWatchLogsGroupArn", data: { trail: "main", arn: `${arn}:log-stream:one` } },
      ],
    },
    {
      name: "the group's name",
      given: trail("main", { cloudWatchLogsGroupArn: "trail", cloudWatchLogsRoleArn: role.arn }),
      findings: [{ id: "noStreams", at: "cloudWatchLogsGroupArn" }],
    },
    {
      name: "the ARN of something else",
      given: trail("main", { cloudWatchLogsGroupArn: "arn:aws:s3:::logs:*", cloudWatchLogsRoleArn: role.arn }),
      findings: [{ id: "noStreams", at: "cloudWatchLogsGroupArn" }],
    },
    {
      name: "a group of another region than the provider's",
      given: declare(
        Trail,
        "main",
        { s3BucketName: "logs", cloudWatchLogsGroupArn: `${arn}:*`, cloudWatchLogsRoleArn: role.arn },
        { region: "eu-west-1" },
      ),
      findings: [{ id: "otherRegion", at: "cloudWatchLogsGroupArn", data: { trail: "main", arn: `${arn}:*` } }],
    },
    {
      name: "a group of another region than the trail's own",
      given: trail("main", {
        region: "eu-central-1",
        cloudWatchLogsGroupArn: `${arn}:*`,
        cloudWatchLogsRoleArn: role.arn,
      }),
      findings: [{ id: "otherRegion", at: "cloudWatchLogsGroupArn" }],
    },
  ],
  unknown: [
    {
      name: "whether the ARN of a group of the stack ends in its streams",
      given: [
        trail("main", { cloudWatchLogsGroupArn: interpolate`${group.arn}:*`, cloudWatchLogsRoleArn: role.arn }),
        group,
        role,
      ],
      at: "cloudWatchLogsGroupArn",
      id: "noStreams",
    },
    {
      name: "whether the group is in the trail's region, which is not known",
      given: trail("main", {
        region: unknown(),
        cloudWatchLogsGroupArn: `${arn}:*`,
        cloudWatchLogsRoleArn: role.arn,
      }),
      at: "cloudWatchLogsGroupArn",
      id: "otherRegion",
    },
    {
      name: "whether that of a group of another stack does",
      given: trail("main", { cloudWatchLogsGroupArn: external(`${arn}:*`), cloudWatchLogsRoleArn: role.arn }),
      at: "cloudWatchLogsGroupArn",
      id: "noStreams",
    },
  ],
});
