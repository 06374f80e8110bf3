import policy from "../../../policies/iam/no-unattached-policies";
import { allow, attached, named, roleForAccount } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

const read = declareType("aws:iam/policy:Policy", "read", {
  name: "read",
  policy: JSON.stringify({ Version: "2012-10-17", Statement: allow("s3:GetObject", "arn:aws:s3:::app/*") }),
});
const role = roleForAccount();

export default policyTest(policy, {
  pass: [
    { name: "attached to a role", given: [read, attached(role, "read", read), role] },
    { name: "listed by a role", given: [read, roleForAccount({ managedPolicyArns: [read.arn] })] },
    {
      name: "attached by a literal ARN",
      given: [read, attached(role, "read", "arn:aws:iam::123456789012:policy/read"), role],
    },
    { name: "a boundary", given: [read, roleForAccount({ permissionsBoundary: read.arn })] },
    {
      name: "handed to something else, such as a parameter for other stacks",
      given: [read, declareType("aws:ssm/parameter:Parameter", "read", { type: "String", value: read.arn })],
    },
  ],
  fail: [
    {
      name: "attached to nothing",
      given: [read, role],
      findings: [{ id: "unattached", at: "", data: { name: "read" } }],
      controls: ["iam.policy.in-use"],
    },
    {
      name: "beside one that is attached",
      given: [named("write", allow("s3:PutObject", "arn:aws:s3:::app/*")), read, attached(role, "read", read), role],
      findings: [{ id: "unattached", at: "" }],
    },
  ],
  unknown: [
    {
      name: "something is attached that is known after deployment",
      given: [
        read,
        role,
        declareType("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "read", {
          role: role.output("name"),
          policyArn: unknown(),
        }),
      ],
      at: "",
    },
  ],
  firmWhenUnknown: {
    "Parameter.value": "Pulumi says where a value came from: one that came from elsewhere is no mention",
  },
});
