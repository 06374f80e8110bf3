import policy from "../../../policies/s3/no-policy-lockout";
import { policyTest } from "../../support/policy-test";
import { bucket, bucketArn, elsewhere, openPolicy, trail, undecided, withPolicy } from "./trail-bucket";

const denial = {
  Sid: "Closed",
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [bucketArn, `${bucketArn}/*`],
};

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "no policy", given: [bucket, trail] },
    { name: "without TLS", given: withPolicy({ ...denial, Condition: { Bool: { "aws:SecureTransport": "false" } } }) },
    {
      name: "one principal",
      given: withPolicy({ ...denial, Principal: { AWS: "arn:aws:iam::123456789012:user/intern" } }),
    },
    { name: "what nobody needs", given: withPolicy({ ...denial, Action: "s3:DeleteBucket" }) },
    {
      name: "a folder that is closed for good",
      given: withPolicy({ ...denial, Action: "s3:PutObject", Resource: `${bucketArn}/frozen/*` }),
    },
    { name: "everybody allowed", given: withPolicy({ ...denial, Effect: "Allow" }) },
  ],
  fail: [
    {
      name: "everybody everything",
      given: withPolicy(denial),
      findings: [{ id: "lockedOut", at: "policy.Statement[0]", data: { bucket: "audit", statement: "Closed" } }],
      controls: ["s3.policy.lockout"],
    },
    {
      name: "everybody to mend the policy",
      given: withPolicy({ ...denial, Action: ["s3:PutBucketPolicy", "s3:DeleteBucketPolicy"], Resource: bucketArn }),
      findings: [{ id: "lockedOut", at: "policy.Statement[0]" }],
    },
  ],
  unknown: [undecided, { name: "a document not known yet", given: [bucket, trail, openPolicy], at: "policy" }],
});
