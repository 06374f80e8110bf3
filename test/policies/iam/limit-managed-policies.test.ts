import policy from "../../../policies/iam/limit-managed-policies";
import { allow, attached, named, roleForAccount } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

const role = roleForAccount();
const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const own = named("own", allow("s3:GetObject", "arn:aws:s3:::app/*"));

export default policyTest(policy, {
  pass: [
    { name: "a policy of the stack's own", given: [attached(role, "own", own), role, own] },
    {
      name: "a policy of the account's own",
      given: [attached(role, "own", "arn:aws:iam::111122223333:policy/own"), role],
    },
    {
      name: "one that was reviewed",
      config: { reviewed: ["ReadOnlyAccess"] },
      given: [attached(role, "read", readOnly), role],
    },
    {
      name: "one that serves as a boundary, and gives nothing",
      given: roleForAccount({ permissionsBoundary: readOnly }),
    },
  ],
  fail: [
    {
      name: "one that nobody reviewed",
      config: { reviewed: ["SecurityAudit"] },
      given: [attached(role, "read", readOnly), role],
      findings: [{ id: "unreviewed", at: "policyArn", data: { policy: "ReadOnlyAccess" } }],
      controls: ["iam.attach.aws-managed-scope"],
    },
    {
      name: "a service role's, in the list of a role",
      given: roleForAccount({
        managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"],
      }),
      findings: [{ id: "unreviewed", at: "managedPolicyArns[0]", data: { policy: "AWSLambdaBasicExecutionRole" } }],
    },
  ],
  unknown: [
    {
      name: "a policy that is known after deployment",
      given: declareType("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "read", {
        role: "ci",
        policyArn: unknown(),
      }),
      at: "policyArn",
    },
  ],
});
