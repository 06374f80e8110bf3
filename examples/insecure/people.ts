import * as aws from "@pulumi/aws";

new aws.iam.AccountPasswordPolicy("account", {
  minimumPasswordLength: 8,
  requireNumbers: true,
});

// A person with a permanent key and, by a policy of her own, every permission.
const alice = new aws.iam.User("alice", { forceDestroy: true });
new aws.iam.AccessKey("alice", { user: alice.name });
new aws.iam.UserLoginProfile("alice", { user: alice.name, passwordLength: 8, passwordResetRequired: false });
new aws.iam.UserPolicy("alice", {
  user: alice.name,
  policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
});

const developers = new aws.iam.Group("developers", {});
new aws.iam.GroupPolicyAttachment("developers", {
  group: developers.name,
  policyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
});

// "everything but IAM", which is still everything else
const support = new aws.iam.Policy("support", {
  policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", NotAction: "iam:*", Resource: "*" }] },
});
new aws.iam.UserPolicyAttachment("alice", { user: alice.name, policyArn: support.arn });

const github = new aws.iam.OpenIdConnectProvider("github", {
  url: "https://token.actions.githubusercontent.com",
  clientIdLists: ["sts.amazonaws.com"],
});

// Trusts every repository on GitHub, and can hand any role to any service.
const deploy = new aws.iam.Role("deploy", {
  assumeRolePolicy: {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Federated: github.arn }, Action: "sts:AssumeRoleWithWebIdentity" }],
  },
});
new aws.iam.RolePolicy("deploy", {
  role: deploy.id,
  policy: {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: ["iam:PassRole", "lambda:*", "ec2:*"], Resource: "*" }],
  },
});

// The vendor's account, without an external id: anyone who is the vendor's customer can ask for it.
new aws.iam.Role("log-vendor", {
  assumeRolePolicy: {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: "210987654321" }, Action: "sts:AssumeRole" }],
  },
  managedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
});
