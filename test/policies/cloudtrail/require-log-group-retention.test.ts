import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { LogGroup } from "../../../lib/aws/logs/log-group";
import policy from "../../../policies/cloudtrail/require-log-group-retention";
import { policyTest } from "../../support/policy-test";
import { type Output, declare, external, interpolate, unknown } from "../../support/program";

const year = declare(LogGroup, "year", { retentionInDays: 365 });
const month = declare(LogGroup, "month", { retentionInDays: 30 });
const trailTo = (cloudWatchLogsGroupArn: Output | ReturnType<typeof external | typeof unknown>) =>
  declare(Trail, "main", { s3BucketName: "logs", cloudWatchLogsGroupArn });

export default policyTest(policy, {
  pass: [
    { name: "a year, and shorter elsewhere", given: [trailTo(interpolate`${year.arn}:*`), year, month] },
    { name: "no group", given: declare(Trail, "main", { s3BucketName: "logs" }) },
    {
      name: "a group of another stack",
      given: trailTo(external("arn:aws:logs:us-east-1:123456789012:log-group:trail:*")),
    },
  ],
  fail: [
    {
      name: "thirty days",
      given: [trailTo(interpolate`${month.arn}:*`), month],
      findings: [
        {
          id: "tooShort",
          on: "month",
          at: "retentionInDays",
          data: { group: "month", trail: "main", days: "30", minimum: "365" },
        },
      ],
      controls: ["logs.retention-min"],
    },
    {
      name: "a stricter site",
      config: { minimumDays: 731 },
      given: [trailTo(interpolate`${year.arn}:*`), year],
      findings: [{ id: "tooShort", on: "year", at: "retentionInDays" }],
    },
  ],
  unknown: [{ name: "a group not known yet", given: trailTo(unknown()), at: "cloudWatchLogsGroupArn" }],
});
