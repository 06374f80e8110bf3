import { type Program } from "../e2e/support";

/** A pipeline that any repository of anybody can use, with the right to make itself an administrator. */
const program: Program = (aws, pulumi) => {
  const github = new aws.iam.OpenIdConnectProvider("github", {
    url: "https://token.actions.githubusercontent.com",
    clientIdLists: ["sts.amazonaws.com"],
  });
  const deployer = new aws.iam.Role("deployer", {
    assumeRolePolicy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Federated: github.arn },
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } },
        },
      ],
    }),
  });
  new aws.iam.RolePolicy("deployer", {
    role: deployer.id,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["iam:*", "lambda:*", "s3:*"], Resource: "*" }],
    }),
  });
};

export default program;
