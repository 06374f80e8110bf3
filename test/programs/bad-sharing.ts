import { type Program } from "../e2e/support";

/** A key, a topic and a role that any account may use. */
const program: Program = (aws) => {
  new aws.kms.Key("shared", {
    description: "For everybody",
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }],
    }),
  });
  new aws.sns.Topic("open", {
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sns:Publish", Resource: "*" }],
    }),
  });
  new aws.iam.Role("anybody", {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }],
    }),
  });
};

export default program;
