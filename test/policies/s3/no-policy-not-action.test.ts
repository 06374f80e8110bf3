import policy from "../../../policies/s3/no-policy-not-action";
import { policyTest } from "../../support/policy-test";
import { bucket, bucketArn, elsewhere, openPolicy, trail, undecided, withPolicy } from "./trail-bucket";

const statement = {
  Sid: "Team",
  Effect: "Allow",
  Principal: { AWS: "123456789012" },
  Action: "s3:GetObject",
  Resource: `${bucketArn}/*`,
};

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "no policy", given: [bucket, trail] },
    { name: "one action", given: withPolicy(statement) },
    {
      name: "all but one denied",
      given: withPolicy({ ...statement, Effect: "Deny", Action: undefined, NotAction: "s3:GetObject" }),
    },
  ],
  fail: [
    {
      name: "all but one",
      given: withPolicy({ ...statement, Action: undefined, NotAction: "s3:DeleteBucket" }),
      findings: [{ id: "allBut", at: "policy.Statement[0]", data: { bucket: "audit", statement: "Team" } }],
      controls: ["s3.policy.not-action"],
    },
  ],
  unknown: [undecided, { name: "a document not known yet", given: [bucket, trail, openPolicy], at: "policy" }],
});
