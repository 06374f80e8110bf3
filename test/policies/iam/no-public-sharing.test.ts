import policy from "../../../policies/iam/no-public-sharing";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

function image(args: object) {
  return declareType("aws:ec2/amiLaunchPermission:AmiLaunchPermission", "golden", { imageId: "ami-1", ...args });
}

function layer(args: object) {
  const fixed = { action: "lambda:GetLayerVersion", layerName: "tools", statementId: "use", versionNumber: 1 };
  return declareType("aws:lambda/layerVersionPermission:LayerVersionPermission", "tools", { ...fixed, ...args });
}

function bus(args: object) {
  return declareType("aws:cloudwatch/eventPermission:EventPermission", "partners", { statementId: "put", ...args });
}

function snapshot(sharedAccounts: readonly unknown[]) {
  const fixed = { dbInstanceIdentifier: "app", dbSnapshotIdentifier: "app-1" };
  return declareType("aws:rds/snapshot:Snapshot", "app", { ...fixed, sharedAccounts });
}

function document(permissions?: object) {
  return declareType("aws:ssm/document:Document", "patch", { content: "{}", documentType: "Command", permissions });
}

export default policyTest(policy, {
  pass: [
    {
      name: "a layer for everybody of an organization that is known later",
      given: layer({ principal: "*", organizationId: unknown() }),
    },
    {
      name: "a bus under a condition that is known later",
      given: bus({ principal: "*", condition: unknown() }),
    },
    { name: "an image for one account", given: image({ accountId: "210987654321" }) },
    {
      name: "an image for an organization",
      given: image({ organizationArn: "arn:aws:organizations::210987654321:organization/o-a1b2c3d4e5" }),
    },
    {
      name: "a layer for everybody of an organization",
      given: layer({ principal: "*", organizationId: "o-a1b2c3d4e5" }),
    },
    {
      name: "a bus for everybody of an organization",
      given: bus({
        principal: "*",
        condition: { key: "aws:PrincipalOrgID", type: "StringEquals", value: "o-a1b2c3d4e5" },
      }),
    },
    { name: "a snapshot that is not shared", given: snapshot([]) },
    { name: "a document that is not shared", given: document() },
    {
      name: "a function, which another policy judges",
      given: declareType("aws:lambda/permission:Permission", "run", {
        action: "lambda:InvokeFunction",
        function: "f",
        principal: "*",
      }),
    },
  ],
  fail: [
    {
      name: "an image",
      given: image({ group: "all" }),
      findings: [{ id: "everybody", at: "group", data: { share: "launch permission `golden`" } }],
      controls: ["iam.resource-policy.public"],
    },
    { name: "a layer", given: layer({ principal: "*" }), findings: [{ id: "everybody", at: "principal" }] },
    { name: "a bus", given: bus({ principal: "*" }), findings: [{ id: "everybody", at: "principal" }] },
    {
      name: "a snapshot, beside an account",
      given: snapshot(["210987654321", "all"]),
      findings: [{ id: "everybody", at: "sharedAccounts[1]" }],
    },
    {
      name: "a document",
      given: document({ type: "Share", accountIds: "All" }),
      findings: [{ id: "everybody", at: "permissions.accountIds" }],
    },
  ],
  unknown: [{ name: "whom it is for", given: layer({ principal: unknown() }), at: "principal" }],
});
