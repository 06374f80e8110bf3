import policy from "../../../policies/s3/no-wildcard-policy-action";
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
    { name: "a family of actions", given: withPolicy({ ...statement, Action: "s3:Get*" }) },
    { name: "every action denied", given: withPolicy({ ...statement, Effect: "Deny", Action: "s3:*" }) },
  ],
  fail: [
    {
      name: "every action of S3",
      given: withPolicy({ ...statement, Action: "s3:*" }),
      findings: [
        { id: "everything", on: "audit", at: "policy.Statement[0]", data: { bucket: "audit", statement: "Team" } },
      ],
      controls: ["s3.policy.wildcard-action"],
    },
    {
      name: "every action",
      given: withPolicy(statement, { ...statement, Action: ["s3:GetObject", "*"] }),
      findings: [{ id: "everything", at: "policy.Statement[1]" }],
    },
  ],
  unknown: [undecided, { name: "a document not known yet", given: [bucket, trail, openPolicy], at: "policy" }],
});
