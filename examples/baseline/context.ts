import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type SecurityBaselineArgs } from "./security-baseline";

/** What the parts of the baseline share: names, ARNs made of names, and how to declare a child. */
export interface Context {
  readonly name: string;
  readonly args: SecurityBaselineArgs;
  readonly parent: { readonly parent: pulumi.Resource };
  readonly accountId: pulumi.Output<string>;
  readonly region: pulumi.Output<string>;
  readonly partition: pulumi.Output<string>;
  /** Documents name one another's resources: fixed names break the circle, and let a preview read them. */
  readonly trailName: string;
  readonly trailArn: pulumi.Output<string>;
  readonly logGroupName: string;
  readonly topicName: string;
}

/** Whose resources these are, for whoever meets one of them alone. */
export const tags = { purpose: "security-baseline" };

export function createContext(name: string, args: SecurityBaselineArgs, component: pulumi.Resource): Context {
  const parent = { parent: component };
  const accountId = aws.getCallerIdentityOutput({}, parent).accountId;
  const region = aws.getRegionOutput({}, parent).region;
  const partition = aws.getPartitionOutput({}, parent).partition;
  return {
    name,
    args,
    parent,
    accountId,
    region,
    partition,
    trailName: name,
    trailArn: pulumi.interpolate`arn:${partition}:cloudtrail:${region}:${accountId}:trail/${name}`,
    logGroupName: `/${name}/trail`,
    topicName: `${name}-alarms`,
  };
}

/** The statement that leaves a key to its account, so that IAM policies decide about it. */
export function accountOwnsKey({ partition, accountId }: Context) {
  return {
    Sid: "AccountOwnsKey",
    Effect: "Allow",
    Principal: { AWS: pulumi.interpolate`arn:${partition}:iam::${accountId}:root` },
    Action: "kms:*",
    Resource: "*",
  };
}
