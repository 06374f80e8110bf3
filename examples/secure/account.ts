import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export const accountId = aws.getCallerIdentityOutput().accountId;
export const region = aws.getRegionOutput().region;

// The key's policy, the bucket's policy and the trail name one another: fixed names break the circle.
export const trailName = "audit";
export const trailGroupName = "/audit/trail";
export const applicationGroupName = "/application";

export const trailArn = pulumi.interpolate`arn:aws:cloudtrail:${region}:${accountId}:trail/${trailName}`;

/** The statement that leaves a key to its account, so that IAM policies decide about it. */
export const accountOwnsKey = {
  Sid: "AccountOwnsKey",
  Effect: "Allow",
  Principal: { AWS: pulumi.interpolate`arn:aws:iam::${accountId}:root` },
  Action: "kms:*",
  Resource: "*",
};
