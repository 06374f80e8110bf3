import { type Program } from "../e2e/support";

/** Identity Center: permission sets, groups and assignments over several accounts. */
const program: Program = (aws) => {
  const instance = "arn:aws:sso:::instance/ssoins-7223e8f1d2a3b4c5";
  const identityStoreId = "d-9967123456";
  const accounts = { production: "222233334444", staging: "333344445555" };

  const groups = Object.fromEntries(
    ["developers", "auditors"].map((name) => [
      name,
      new aws.identitystore.Group(name, { identityStoreId, displayName: name, description: `The ${name}` }),
    ]),
  );
  const developer = new aws.ssoadmin.PermissionSet("developer", {
    instanceArn: instance,
    name: "Developer",
    sessionDuration: "PT8H",
  });
  new aws.ssoadmin.ManagedPolicyAttachment("developer", {
    instanceArn: instance,
    permissionSetArn: developer.arn,
    managedPolicyArn: "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
  });
  new aws.ssoadmin.PermissionSetInlinePolicy("developer", {
    instanceArn: instance,
    permissionSetArn: developer.arn,
    inlinePolicy: aws.iam.getPolicyDocumentOutput({
      statements: [
        { actions: ["logs:StartQuery", "logs:GetQueryResults", "logs:FilterLogEvents"], resources: ["*"] },
        {
          actions: ["ssm:StartSession"],
          resources: ["arn:aws:ec2:*:*:instance/*"],
          conditions: [{ test: "StringEquals", variable: "ssm:resourceTag/Environment", values: ["staging"] }],
        },
        {
          actions: ["ssm:TerminateSession", "ssm:ResumeSession"],
          resources: ["arn:aws:ssm:*:*:session/${aws:username}-*"],
        },
      ],
    }).json,
  });
  const auditor = new aws.ssoadmin.PermissionSet("auditor", {
    instanceArn: instance,
    name: "Auditor",
    sessionDuration: "PT4H",
  });
  new aws.ssoadmin.ManagedPolicyAttachment("auditor", {
    instanceArn: instance,
    permissionSetArn: auditor.arn,
    managedPolicyArn: "arn:aws:iam::aws:policy/SecurityAudit",
  });
  const sets = { developers: developer, auditors: auditor } as const;
  for (const [stage, account] of Object.entries(accounts)) {
    for (const [name, set] of Object.entries(sets)) {
      new aws.ssoadmin.AccountAssignment(`${name}-${stage}`, {
        instanceArn: instance,
        permissionSetArn: set.arn,
        principalType: "GROUP",
        principalId: groups[name]?.groupId ?? "",
        targetType: "AWS_ACCOUNT",
        targetId: account,
      });
    }
  }
};

export default program;
