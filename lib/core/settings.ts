import * as z from "zod";

const accountId = z.string().regex(/^\d{12}$/, "an AWS account id has twelve digits");

/**
 * What an organization tells the whole pack, rather than one policy. It is given as the configuration of
 * the policy `trailguard-settings`, since CrossGuard has no settings of a pack.
 */
export const Settings = z.strictObject({
  trustedAccounts: z
    .array(accountId)
    .default([])
    .describe("Ids of the AWS accounts that roles and resources may be shared with."),
  baseline: z
    .boolean()
    .default(false)
    .describe("Whether this stack is the account's security baseline, which must declare what an account has once."),
  logAdministrators: z
    .array(z.string())
    .default([])
    .describe("Names or ARNs (with `*`) of principals that may administer trails, logs and alarms."),
  externalAlarmTopics: z
    .array(z.string())
    .default([])
    .describe("ARNs (with `*`) of SNS topics outside the stack that reach a person."),
  externalLogGroups: z
    .array(z.string())
    .default([])
    .describe("Names or ARNs (with `*`) of log groups that alarms of other stacks watch."),
  externalTrails: z
    .array(z.string())
    .default([])
    .describe(
      "ARNs (with `*`) of trails outside the stack that record this account's management events in all regions.",
    ),
  responders: z
    .array(z.string())
    .default([])
    .describe("Names or ARNs (with `*`) of Lambda functions that answer to trail tampering."),
  allowExceptions: z
    .boolean()
    .default(true)
    .describe("Whether exceptions in the stack's own configuration are honoured."),
  undetermined: z
    .enum(["summary", "violation"])
    .default("summary")
    .describe("What a check becomes that a preview cannot decide: one line for the stack, or a violation each."),
});
export type Settings = z.infer<typeof Settings>;

/** The settings of a pack that was given none. */
export const defaultSettings: Settings = Settings.parse({});
