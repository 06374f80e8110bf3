import policy from "../../../policies/iam/no-broad-managed-policy";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

const attach = (policyArn: unknown) =>
  declareType("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "app", { role: "app", policyArn });
const aws = "arn:aws:iam::aws:policy/";

export default policyTest(policy, {
  pass: [
    { name: "a narrow one", given: attach(`${aws}AmazonS3ReadOnlyAccess`) },
    { name: "one that a site allows", config: { names: [] }, given: attach(`${aws}IAMFullAccess`) },
    { name: "power users, who change no identities: what deployers have", given: attach(`${aws}PowerUserAccess`) },
    {
      name: "as a boundary, which gives nothing",
      given: declareType("aws:iam/role:Role", "app", { permissionsBoundary: `${aws}PowerUserAccess` }),
    },
  ],
  fail: [
    {
      name: "everything",
      given: attach(`${aws}AdministratorAccess`),
      findings: [{ id: "broad", at: "policyArn", data: { policy: "AdministratorAccess" } }],
      controls: ["iam.attach.administrator-access", "iam.attach.managed-admin-effective"],
    },
    {
      name: "all of IAM",
      given: attach(`${aws}IAMFullAccess`),
      findings: [{ id: "broad", at: "policyArn" }],
      controls: ["iam.attach.iam-full-access"],
    },
    {
      name: "a shell",
      given: attach(`${aws}AWSCloudShellFullAccess`),
      findings: [{ id: "broad", at: "policyArn" }],
      controls: ["iam.attach.cloudshell"],
    },
    {
      name: "one that a site forbids",
      config: { names: ["AmazonS3ReadOnlyAccess"] },
      given: attach(`${aws}AmazonS3ReadOnlyAccess`),
      findings: [{ id: "broad", at: "policyArn" }],
      controls: ["iam.attach.blocked-policy"],
    },
  ],
  unknown: [{ name: "an ARN from another stack", given: attach(unknown()), at: "policyArn" }],
});
