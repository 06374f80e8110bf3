import { UserPolicyAttachment } from "../../../lib/aws/iam/user-policy-attachment";
import policy from "../../../policies/iam/require-mfa-for-console-users";
import { alice, denyWithoutMfa, everything, password, policyOfAlice } from "../../support/people";
import { policyTest } from "../../support/policy-test";
import { declare, external } from "../../support/program";

const read = { Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::reports/*" };

function attached(policyName: string) {
  return declare(UserPolicyAttachment, "attached", {
    user: alice.output("name"),
    policyArn: `arn:aws:iam::aws:policy/${policyName}`,
  });
}

export default policyTest(policy, {
  pass: [
    { name: "no console password", given: [alice, policyOfAlice("read", read)] },
    { name: "no rights at all", given: [alice, password] },
    { name: "denied", given: [alice, password, policyOfAlice("read", read, denyWithoutMfa)] },
    {
      name: "AWS's policies, denied",
      given: [alice, password, attached("ReadOnlyAccess"), policyOfAlice("mfa", denyWithoutMfa)],
    },
    { name: "the own password", given: [alice, password, attached("IAMUserChangePassword")] },
    {
      name: "the enrolment of a device",
      given: [
        alice,
        password,
        policyOfAlice("enrol", {
          Effect: "Allow",
          Action: ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:ListMFADevices"],
          Resource: "*",
        }),
      ],
    },
    {
      name: "one's own credentials",
      given: [
        alice,
        password,
        policyOfAlice("own", {
          Effect: "Allow",
          Action: "iam:CreateAccessKey",
          Resource: "arn:aws:iam::*:user/${aws:username}",
        }),
      ],
    },
    {
      name: "from an office alone",
      given: [
        alice,
        password,
        policyOfAlice("read", { ...read, Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }),
      ],
    },
    { name: "administrators, whom another policy reports", given: [alice, password, policyOfAlice("all", everything)] },
  ],
  fail: [
    {
      name: "a right without a second factor",
      given: [alice, password, policyOfAlice("read", read)],
      findings: [
        {
          id: "withoutMfa",
          at: "",
          data: {
            name: "alice",
            action: "s3:GetObject",
            document: "inline policy `read` of user `alice`",
            statement: "Read",
          },
        },
      ],
      controls: ["iam.mfa.console-user"],
    },
    {
      name: "a policy of AWS's whose contents are not at hand",
      given: [alice, password, attached("job-function/ViewOnlyAccess")],
      findings: [{ id: "withoutMfa", at: "" }],
    },
  ],
  unknown: [
    {
      name: "a policy outside the stack may deny it",
      given: [
        alice,
        password,
        policyOfAlice("read", read),
        declare(UserPolicyAttachment, "other", {
          user: alice.output("name"),
          policyArn: external("arn:aws:iam::123456789012:policy/mfa"),
        }),
      ],
      at: "",
    },
  ],
  silentWhenUnknown: {
    "UserPolicy.policy": "iam-require-mfa-for-administrators asks of documents that are not known yet",
  },
});
