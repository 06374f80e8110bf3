import policy from "../../../policies/s3/limit-policy-grantees";
import { policyTest } from "../../support/policy-test";
import { bucket, bucketArn, elsewhere, openPolicy, trail, undecided, withPolicy } from "./trail-bucket";

const statement = { Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource: `${bucketArn}/*` };

function to(principal: object | string) {
  return withPolicy({ ...statement, Principal: principal });
}

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "no policy", given: [bucket, trail] },
    { name: "CloudTrail", given: to({ Service: "cloudtrail.amazonaws.com" }) },
    {
      name: "who is listed",
      config: { grantees: ["arn:aws:iam::123456789012:role/auditor-*"] },
      given: to({ AWS: "arn:aws:iam::123456789012:role/auditor-emea" }),
    },
    { name: "everybody denied", given: withPolicy({ ...statement, Effect: "Deny", Principal: "*" }) },
  ],
  fail: [
    {
      name: "a role",
      given: to({ AWS: ["arn:aws:iam::123456789012:role/auditor"] }),
      findings: [
        {
          id: "unlisted",
          at: "policy.Statement[0].Principal.AWS[0]",
          data: { bucket: "audit", statement: "Read", grantee: "arn:aws:iam::123456789012:role/auditor" },
        },
      ],
      controls: ["s3.policy.grantees"],
    },
    {
      name: "another service",
      given: to({ Service: "config.amazonaws.com" }),
      findings: [{ id: "unlisted", at: "policy.Statement[0].Principal.Service" }],
    },
    { name: "everybody", given: to("*"), findings: [{ id: "unlisted", at: "policy.Statement[0].Principal" }] },
  ],
  unknown: [undecided, { name: "a document not known yet", given: [bucket, trail, openPolicy], at: "policy" }],
});
