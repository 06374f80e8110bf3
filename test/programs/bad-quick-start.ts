import { type Program } from "../e2e/support";

/** A first function, as many tutorials have it: administrator role, any action, any origin. */
const program: Program = (aws, pulumi) => {
  const role = new aws.iam.Role("api", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
  });
  new aws.iam.RolePolicyAttachment("api", { role: role.name, policyArn: aws.iam.ManagedPolicy.AdministratorAccess });
  new aws.iam.RolePolicy("everything", {
    role: role.name,
    policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
  });
  const site = new aws.s3.Bucket("site");
  new aws.s3.BucketPolicy("site", {
    bucket: site.id,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:*", Resource: pulumi.interpolate`${site.arn}/*` }],
    }),
  });
};

export default program;
