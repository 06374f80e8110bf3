import { type Program } from "../e2e/support";

/** People without federation, done well: groups, MFA enforced as AWS's guide has it, a console user with a boundary and a reset, a mail sender's key. */
const program: Program = (aws) => {
  const force = new aws.iam.Policy("force-mfa", {
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AllowViewAccountInfo",
          Effect: "Allow",
          Action: ["iam:GetAccountPasswordPolicy", "iam:ListVirtualMFADevices"],
          Resource: "*",
        },
        {
          Sid: "AllowManageOwnPasswords",
          Effect: "Allow",
          Action: ["iam:ChangePassword", "iam:GetUser"],
          Resource: "arn:aws:iam::*:user/${aws:username}",
        },
        {
          Sid: "AllowManageOwnVirtualMFADevice",
          Effect: "Allow",
          Action: ["iam:CreateVirtualMFADevice"],
          Resource: "arn:aws:iam::*:mfa/*",
        },
        {
          Sid: "AllowManageOwnUserMFA",
          Effect: "Allow",
          Action: ["iam:DeactivateMFADevice", "iam:EnableMFADevice", "iam:ListMFADevices", "iam:ResyncMFADevice"],
          Resource: "arn:aws:iam::*:user/${aws:username}",
        },
        {
          Sid: "DenyAllExceptListedIfNoMFA",
          Effect: "Deny",
          NotAction: [
            "iam:CreateVirtualMFADevice",
            "iam:EnableMFADevice",
            "iam:GetUser",
            "iam:GetMFADevice",
            "iam:ListMFADevices",
            "iam:ListVirtualMFADevices",
            "iam:ResyncMFADevice",
            "sts:GetSessionToken",
            "iam:ChangePassword",
            "iam:GetAccountPasswordPolicy",
          ],
          Resource: "*",
          Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
        },
      ],
    }),
  });
  const analysts = new aws.iam.Group("analysts");
  new aws.iam.GroupPolicyAttachment("analysts-mfa", { group: analysts.name, policyArn: force.arn });
  new aws.iam.GroupPolicyAttachment("analysts-view", {
    group: analysts.name,
    policyArn: "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
  });
  for (const name of ["grace.hopper", "ada.lovelace"]) {
    const user = new aws.iam.User(name, { name, tags: { owner: `${name}@acme.example` } });
    new aws.iam.UserLoginProfile(name, { user: user.name, passwordResetRequired: true, pgpKey: "keybase:acme" });
    new aws.iam.UserGroupMembership(name, { user: user.name, groups: [analysts.name] });
  }
  const senders = new aws.iam.Group("mail-senders");
  const send = new aws.iam.Policy("send-mail", {
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["ses:SendRawEmail"],
          Resource: "arn:aws:ses:eu-central-1:123456789012:identity/acme.example",
          Condition: { StringLike: { "ses:FromAddress": "*@acme.example" } },
        },
      ],
    }),
  });
  new aws.iam.GroupPolicyAttachment("mail-senders", { group: senders.name, policyArn: send.arn });
  const appliance = new aws.iam.User("appliance-mail", { name: "appliance-mail", tags: { owner: "it@acme.example" } });
  new aws.iam.GroupMembership("mail-senders", { group: senders.name, users: [appliance.name] });
};

export default program;
