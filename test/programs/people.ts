import { type Program } from "../e2e/support";

/** An account with users, done right: groups, a password policy, self-service for devices, nothing without MFA. */
const program: Program = (aws, pulumi) => {
  new aws.iam.AccountPasswordPolicy("account", {
    minimumPasswordLength: 14,
    requireLowercaseCharacters: true,
    requireNumbers: true,
    requireSymbols: true,
    requireUppercaseCharacters: true,
    passwordReusePrevention: 24,
    maxPasswordAge: 90,
    allowUsersToChangePassword: true,
  });
  const selfService = new aws.iam.Policy("self-service", {
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "ViewAccount",
          Effect: "Allow",
          Action: ["iam:GetAccountPasswordPolicy", "iam:ListVirtualMFADevices"],
          Resource: "*",
        },
        {
          Sid: "OwnPasswordAndDevices",
          Effect: "Allow",
          Action: [
            "iam:ChangePassword",
            "iam:GetUser",
            "iam:CreateVirtualMFADevice",
            "iam:EnableMFADevice",
            "iam:ListMFADevices",
            "iam:ResyncMFADevice",
          ],
          Resource: ["arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::*:mfa/*"],
        },
        {
          Sid: "NothingElseWithoutMfa",
          Effect: "Deny",
          NotAction: [
            "iam:ChangePassword",
            "iam:CreateVirtualMFADevice",
            "iam:EnableMFADevice",
            "iam:GetUser",
            "iam:ListMFADevices",
            "iam:ListVirtualMFADevices",
            "iam:ResyncMFADevice",
            "sts:GetSessionToken",
          ],
          Resource: "*",
          Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
        },
      ],
    }),
  });
  const developers = new aws.iam.Group("developers", { path: "/people/" });
  const billing = new aws.iam.Group("billing", { path: "/people/" });
  for (const [name, group] of Object.entries({ developers, billing })) {
    new aws.iam.GroupPolicyAttachment(`${name}-self-service`, { group: group.name, policyArn: selfService.arn });
  }
  new aws.iam.GroupPolicyAttachment("developers-read", {
    group: developers.name,
    policyArn: aws.iam.ManagedPolicy.ReadOnlyAccess,
  });
  new aws.iam.GroupPolicyAttachment("billing", {
    group: billing.name,
    policyArn: "arn:aws:iam::aws:policy/job-function/Billing",
  });
  const people: Record<string, import("@pulumi/aws").iam.Group[]> = {
    ada: [developers, billing],
    grace: [developers],
    linus: [developers],
  };
  for (const [name, groups] of Object.entries(people)) {
    const user = new aws.iam.User(name, { name, path: "/people/", forceDestroy: true });
    new aws.iam.UserGroupMembership(name, { user: user.name, groups: groups.map((group) => group.name) });
    new aws.iam.UserLoginProfile(name, {
      user: user.name,
      passwordResetRequired: true,
      pgpKey: "keybase:acme_onboarding",
    });
  }
  const operator = new aws.iam.Role("operator", {
    assumeRolePolicy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: pulumi.interpolate`arn:aws:iam::${aws.getCallerIdentityOutput().accountId}:root` },
          Action: "sts:AssumeRole",
          Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
        },
      ],
    }),
  });
  new aws.iam.RolePolicyAttachment("operator", {
    role: operator.name,
    policyArn: "arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess",
  });
};

export default program;
