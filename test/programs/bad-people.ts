import { type Program } from "../e2e/support";

/** Users with policies of their own, permanent keys in the outputs, and a weak password policy. */
const program: Program = (aws) => {
  new aws.iam.AccountPasswordPolicy("account", { minimumPasswordLength: 8 });
  const user = new aws.iam.User("deploy", { name: "deploy" });
  new aws.iam.UserPolicyAttachment("deploy", {
    user: user.name,
    policyArn: aws.iam.ManagedPolicy.AmazonS3FullAccess,
  });
  new aws.iam.UserPolicy("deploy", {
    user: user.name,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "ec2:*", Resource: "*" }],
    }),
  });
  const key = new aws.iam.AccessKey("deploy", { user: user.name });
  return { secret: key.secret };
};

export default program;
