import { type Program } from "../e2e/support";

/** A role that the audit account reads with, and one that a vendor assumes with an external id. */
const program: Program = (aws, pulumi) => {
  const auditAccount = "111122223333";
  const audit = new aws.iam.Role("audit", {
    name: "audit-readonly",
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["sts:AssumeRole"],
          principals: [{ type: "AWS", identifiers: [`arn:aws:iam::${auditAccount}:role/auditor`] }],
          conditions: [{ test: "Bool", variable: "aws:MultiFactorAuthPresent", values: ["true"] }],
        },
      ],
    }).json,
  });
  ["SecurityAudit", "job-function/ViewOnlyAccess"].forEach((name, index) => {
    new aws.iam.RolePolicyAttachment(`audit-${index}`, {
      role: audit.name,
      policyArn: `arn:aws:iam::aws:policy/${name}`,
    });
  });

  const config = new pulumi.Config();
  const vendor = new aws.iam.Role("cost-vendor", {
    assumeRolePolicy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::444455556666:root" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "sts:ExternalId": config.get("externalId") ?? "8f3c1d52-acme" } },
        },
      ],
    }),
    maxSessionDuration: 3600,
  });
  const costs = new aws.iam.Policy("cost-vendor", {
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["ce:GetCostAndUsage", "ce:GetReservationUtilization", "organizations:DescribeOrganization"],
          Resource: "*",
        },
      ],
    }),
  });
  new aws.iam.RolePolicyAttachment("cost-vendor", { role: vendor.name, policyArn: costs.arn });
};

export default program;
