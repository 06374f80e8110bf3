import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { trailGroupArn } from "./trail";

new aws.iam.AccountPasswordPolicy("account", {
  minimumPasswordLength: 14,
  requireLowercaseCharacters: true,
  requireUppercaseCharacters: true,
  requireNumbers: true,
  requireSymbols: true,
  allowUsersToChangePassword: true,
  maxPasswordAge: 90,
  passwordReusePrevention: 24,
});

// A person holds no permission of her own: the group does, and it asks for MFA.
const alice = new aws.iam.User("alice", {});
const auditors = new aws.iam.Group("auditors", {});
new aws.iam.UserGroupMembership("alice", { user: alice.name, groups: [auditors.name] });
new aws.iam.GroupPolicyAttachment("auditors-read", {
  group: auditors.name,
  policyArn: "arn:aws:iam::aws:policy/SecurityAudit",
});
const onlyWithMfa = new aws.iam.Policy("only-with-mfa", {
  policy: {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "OnlyWithMfa",
        Effect: "Deny",
        NotAction: [
          "iam:CreateVirtualMFADevice",
          "iam:EnableMFADevice",
          "iam:ListMFADevices",
          "iam:ResyncMFADevice",
          "sts:GetSessionToken",
        ],
        Resource: "*",
        Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
      },
    ],
  },
});
new aws.iam.GroupPolicyAttachment("auditors-mfa", { group: auditors.name, policyArn: onlyWithMfa.arn });

const github = new aws.iam.OpenIdConnectProvider("github", {
  url: "https://token.actions.githubusercontent.com",
  clientIdLists: ["sts.amazonaws.com"],
});

// One branch of one repository, and only what that pipeline does.
const deploy = new aws.iam.Role("deploy", {
  assumeRolePolicy: {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Federated: github.arn },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: {
          StringEquals: {
            "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
            "token.actions.githubusercontent.com:sub": "repo:example/shop:ref:refs/heads/main",
          },
        },
      },
    ],
  },
});
const readTrail = new aws.iam.Policy("read-trail", {
  policy: {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: ["logs:FilterLogEvents", "logs:GetLogEvents"],
        Resource: [trailGroupArn, pulumi.interpolate`${trailGroupArn}:*`],
      },
    ],
  },
});
new aws.iam.RolePolicyAttachment("deploy", { role: deploy.name, policyArn: readTrail.arn });

// The vendor must show the id that was agreed with us, so that it cannot be asked to act on another customer's behalf.
const logVendor = new aws.iam.Role("log-vendor", {
  assumeRolePolicy: {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::210987654321:role/log-reader" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "sts:ExternalId": "shop-7f3c9a52" } },
      },
    ],
  },
});
new aws.iam.RolePolicyAttachment("log-vendor", { role: logVendor.name, policyArn: readTrail.arn });
