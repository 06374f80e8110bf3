import { type Program } from "../e2e/support";

/** A locked backup vault with its policy, a plan with a copy in another region, and a notice of failed jobs. */
const program: Program = (aws, pulumi) => {
  const account = aws.getCallerIdentityOutput().accountId;
  const ireland = { provider: new aws.Provider("ireland", { region: "eu-west-1" }) };
  const key = new aws.kms.Key("backups", { description: "Recovery points", enableKeyRotation: true });
  const vault = new aws.backup.Vault("main", { kmsKeyArn: key.arn }, { protect: true });
  const copy = new aws.backup.Vault(
    "copy",
    { kmsKeyArn: new aws.kms.Key("copy", { enableKeyRotation: true, description: "Copies" }, ireland).arn },
    ireland,
  );
  new aws.backup.VaultLockConfiguration("main", {
    backupVaultName: vault.name,
    minRetentionDays: 7,
    maxRetentionDays: 400,
  });
  new aws.backup.VaultPolicy("main", {
    backupVaultName: vault.name,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "NoEarlyDeletion",
          Effect: "Deny",
          Principal: "*",
          Action: ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle", "backup:DeleteBackupVault"],
          Resource: "*",
          Condition: {
            ArnNotLike: { "aws:PrincipalArn": pulumi.interpolate`arn:aws:iam::${account}:role/backup-administrator` },
          },
        },
        {
          Sid: "CopiesOfTheOrganization",
          Effect: "Allow",
          Principal: "*",
          Action: "backup:CopyIntoBackupVault",
          Resource: "*",
          Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
        },
      ],
    }),
  });
  const notices = new aws.sns.Topic("backups");
  new aws.sns.TopicPolicy("backups", {
    arn: notices.arn,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "backup.amazonaws.com" },
          Action: "sns:Publish",
          Resource: notices.arn,
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
      ],
    }),
  });
  new aws.backup.VaultNotifications("main", {
    backupVaultName: vault.name,
    snsTopicArn: notices.arn,
    backupVaultEvents: ["BACKUP_JOB_FAILED", "RESTORE_JOB_COMPLETED"],
  });
  new aws.sns.TopicSubscription("backups", { topic: notices.arn, protocol: "email", endpoint: "backups@acme.example" });

  const role = new aws.iam.Role("backups", {
    assumeRolePolicy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "backup.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
      ],
    }),
    managedPolicyArns: [
      "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
      "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores",
    ],
  });
  const plan = new aws.backup.Plan("daily", {
    rules: [
      {
        ruleName: "daily",
        targetVaultName: vault.name,
        schedule: "cron(0 3 * * ? *)",
        lifecycle: { deleteAfter: 35 },
        copyActions: [{ destinationVaultArn: copy.arn, lifecycle: { deleteAfter: 35 } }],
      },
    ],
  });
  new aws.backup.Selection("tagged", {
    planId: plan.id,
    iamRoleArn: role.arn,
    selectionTags: [{ type: "STRINGEQUALS", key: "backup", value: "daily" }],
  });
};

export default program;
