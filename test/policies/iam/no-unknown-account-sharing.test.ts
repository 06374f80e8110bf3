import policy from "../../../policies/iam/no-unknown-account-sharing";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

/** Its ARN tells the stack's account once it is deployed. */
const group = declareType("aws:cloudwatch/logGroup:LogGroup", "jobs", {});

function run(principal: unknown, more: object = {}) {
  const fixed = { action: "lambda:InvokeFunction", function: "report", principal, ...more };
  return [declareType("aws:lambda/permission:Permission", "run", fixed), group];
}

function document(accountIds: string) {
  const permissions = { type: "Share", accountIds };
  return [
    declareType("aws:ssm/document:Document", "patch", { content: "{}", documentType: "Command", permissions }),
    group,
  ];
}

function snapshot(accountId: string) {
  const type = "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission";
  return [declareType(type, "disk", { snapshotId: "snap-0123456789abcdef0", accountId }), group];
}

export default policyTest(policy, {
  pass: [
    {
      name: "an account of an organization that is known later",
      given: run("210987654321", { principalOrgId: unknown() }),
    },
    { name: "the own account", only: "deployed", given: run("123456789012") },
    { name: "a role of the own account", only: "deployed", given: run("arn:aws:iam::123456789012:role/ci") },
    { name: "a service", given: run("events.amazonaws.com") },
    { name: "a trusted account", given: run("210987654321"), settings: { trustedAccounts: ["210987654321"] } },
    { name: "an account of the organization", given: run("210987654321", { principalOrgId: "o-a1b2c3d4e5" }) },
    {
      name: "an organization",
      given: declareType("aws:ram/principalAssociation:PrincipalAssociation", "subnets", {
        principal: "arn:aws:organizations::210987654321:organization/o-a1b2c3d4e5",
        resourceShareArn: "arn:aws:ram:us-east-1:123456789012:resource-share/1",
      }),
    },
  ],
  fail: [
    {
      name: "a function, for another account",
      only: "deployed",
      given: run("210987654321"),
      findings: [
        {
          id: "foreign",
          at: "principal",
          data: { share: "function permission `run`", account: "account 210987654321" },
        },
      ],
    },
    {
      name: "a function, for a role of another account",
      only: "deployed",
      given: run("arn:aws:iam::210987654321:role/ci"),
      findings: [{ id: "foreign", at: "principal" }],
    },
    {
      name: "a snapshot",
      only: "deployed",
      given: snapshot("210987654321"),
      findings: [{ id: "foreign", at: "accountId" }],
    },
    {
      name: "a document, for one of several accounts",
      only: "deployed",
      given: document("123456789012, 210987654321"),
      findings: [{ id: "foreign", at: "permissions.accountIds" }],
    },
  ],
  unknown: [
    { name: "whether it is the own account", given: run("210987654321"), at: "principal" },
    { name: "whom it is for", given: run(unknown()), at: "principal" },
  ],
});
