import { Recorder } from "../../../lib/aws/monitoring/recorder";
import policy from "../../../policies/iam/require-recorder-service-role";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    {
      name: "the service-linked role",
      given: declare(Recorder, "recorder", {
        roleArn: "arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
      }),
    },
  ],
  fail: [
    {
      name: "a role of one's own",
      given: declare(Recorder, "recorder", { roleArn: "arn:aws:iam::123456789012:role/config" }),
      findings: [{ id: "ownRole", at: "roleArn", data: { name: "recorder" } }],
      controls: ["iam.monitor.config-role"],
    },
  ],
  unknown: [
    { name: "a role not known yet", given: declare(Recorder, "recorder", { roleArn: unknown() }), at: "roleArn" },
  ],
});
