import policy from "../../../policies/s3/no-policy-not-principal";
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
    { name: "an account", given: withPolicy(statement) },
    {
      name: "all but one denied",
      given: withPolicy({ ...statement, Effect: "Deny", Principal: undefined, NotPrincipal: { AWS: "123456789012" } }),
    },
  ],
  fail: [
    {
      name: "all but one",
      given: withPolicy({
        ...statement,
        Principal: undefined,
        NotPrincipal: { AWS: "arn:aws:iam::123456789012:user/intern" },
      }),
      findings: [{ id: "everybodyBut", at: "policy.Statement[0]", data: { bucket: "audit", statement: "Team" } }],
      controls: ["s3.policy.not-principal"],
    },
  ],
  unknown: [undecided, { name: "a document not known yet", given: [bucket, trail, openPolicy], at: "policy" }],
});
