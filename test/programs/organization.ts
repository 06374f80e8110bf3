import { type Program } from "../e2e/support";

/** The management account: organization, units, service control policies, identity center permission sets. */
const program: Program = (aws) => {
  new aws.organizations.Organization("acme", {
    featureSet: "ALL",
    awsServiceAccessPrincipals: ["cloudtrail.amazonaws.com", "sso.amazonaws.com"],
    enabledPolicyTypes: ["SERVICE_CONTROL_POLICY"],
  });
  const workloads = new aws.organizations.OrganizationalUnit("workloads", {
    parentId: "r-ab12",
  });
  new aws.organizations.Account("shop", { email: "aws+shop@example.com", parentId: workloads.id });
  const guard = new aws.organizations.Policy("guard", {
    type: "SERVICE_CONTROL_POLICY",
    content: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "KeepTrails",
          Effect: "Deny",
          Action: ["cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "cloudtrail:PutEventSelectors"],
          Resource: "*",
        },
        {
          Sid: "NoRoot",
          Effect: "Deny",
          Action: "*",
          Resource: "*",
          Condition: { StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" } },
        },
        {
          Sid: "RegionsInUse",
          Effect: "Deny",
          NotAction: ["iam:*", "organizations:*", "route53:*", "cloudfront:*", "sts:*", "support:*"],
          Resource: "*",
          Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-central-1", "us-east-1"] } },
        },
      ],
    }),
  });
  new aws.organizations.PolicyAttachment("guard", { policyId: guard.id, targetId: workloads.id });

  const instance = "arn:aws:sso:::instance/ssoins-1234567890abcdef";
  const developers = new aws.ssoadmin.PermissionSet("developers", {
    instanceArn: instance,
    name: "Developers",
    sessionDuration: "PT8H",
  });
  new aws.ssoadmin.ManagedPolicyAttachment("developers", {
    instanceArn: instance,
    permissionSetArn: developers.arn,
    managedPolicyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
  });
  new aws.ssoadmin.PermissionSetInlinePolicy("developers", {
    instanceArn: instance,
    permissionSetArn: developers.arn,
    inlinePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["logs:StartQuery", "logs:StopQuery"], Resource: "*" }],
    }),
  });
};

export default program;
