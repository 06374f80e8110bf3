import { type Program } from "../e2e/support";

/** Backups of everything that is tagged, in a locked vault, with copies in another region. */
const program: Program = (aws) => {
  const west = new aws.Provider("ireland", { region: "eu-west-1" });
  const key = new aws.kms.Key("backups", { enableKeyRotation: true, description: "Backups" });
  const vault = new aws.backup.Vault("main", { kmsKeyArn: key.arn });
  const copies = new aws.backup.Vault("copies", {}, { provider: west });
  new aws.backup.VaultLockConfiguration("main", {
    backupVaultName: vault.name,
    minRetentionDays: 7,
    maxRetentionDays: 400,
  });
  const role = new aws.iam.Role("backup", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "backup.amazonaws.com" }),
  });
  ["AWSBackupServiceRolePolicyForBackup", "AWSBackupServiceRolePolicyForRestores"].forEach((name) => {
    new aws.iam.RolePolicyAttachment(name, {
      role: role.name,
      policyArn: `arn:aws:iam::aws:policy/service-role/${name}`,
    });
  });
  const plan = new aws.backup.Plan("daily", {
    rules: [
      {
        ruleName: "daily",
        targetVaultName: vault.name,
        schedule: "cron(0 2 * * ? *)",
        lifecycle: { deleteAfter: 35 },
        copyActions: [{ destinationVaultArn: copies.arn, lifecycle: { deleteAfter: 90 } }],
      },
    ],
  });
  new aws.backup.Selection("tagged", {
    planId: plan.id,
    iamRoleArn: role.arn,
    selectionTags: [{ type: "STRINGEQUALS", key: "backup", value: "daily" }],
  });
  const failures = new aws.sns.Topic("backup-failures");
  new aws.sns.TopicPolicy("backup-failures", {
    arn: failures.arn,
    policy: failures.arn.apply((arn) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Principal: { Service: "backup.amazonaws.com" }, Action: "sns:Publish", Resource: arn },
        ],
      }),
    ),
  });
  new aws.backup.VaultNotifications("main", {
    backupVaultName: vault.name,
    snsTopicArn: failures.arn,
    backupVaultEvents: ["BACKUP_JOB_FAILED", "COPY_JOB_FAILED"],
  });
};

export default program;
