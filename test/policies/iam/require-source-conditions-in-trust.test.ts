import { Role } from "../../../lib/aws/iam/role";
import policy from "../../../policies/iam/require-source-conditions-in-trust";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";
import { roleTrusting } from "../../support/trust";

const scheduler = { Service: "scheduler.amazonaws.com" };

export default policyTest(policy, {
  pass: [
    {
      name: "one account",
      given: roleTrusting(scheduler, { StringEquals: { "aws:SourceAccount": "123456789012" } }),
    },
    {
      name: "one group of schedules",
      given: roleTrusting(scheduler, {
        ArnLike: { "aws:SourceArn": "arn:aws:scheduler:us-east-1:123456789012:schedule-group/nightly" },
      }),
    },
    { name: "a service that does not say for whom", given: roleTrusting({ Service: "ec2.amazonaws.com" }) },
  ],
  fail: [
    {
      name: "no condition",
      given: roleTrusting(scheduler),
      findings: [
        {
          id: "forAnybody",
          at: "assumeRolePolicy.Statement[0].Principal.Service",
          data: { statement: "Trust", role: "deploy", service: "scheduler.amazonaws.com" },
        },
      ],
      controls: ["iam.condition.confused-deputy"],
    },
  ],
  unknown: [
    {
      name: "a document not known yet",
      given: declare(Role, "deploy", { assumeRolePolicy: unknown() }),
      at: "assumeRolePolicy",
    },
  ],
});
