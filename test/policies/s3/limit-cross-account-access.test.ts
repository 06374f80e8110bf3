import policy from "../../../policies/s3/limit-cross-account-access";
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
    { name: "the stack's own account", only: "deployed", given: to({ AWS: "arn:aws:iam::123456789012:role/auditor" }) },
    {
      name: "a trusted account",
      settings: { trustedAccounts: ["111111111111"] },
      given: to({ AWS: "arn:aws:iam::111111111111:root" }),
    },
    { name: "a service", given: to({ Service: "cloudtrail.amazonaws.com" }) },
    { name: "everybody, which is worse and another policy's matter", given: to("*") },
    {
      name: "another account denied",
      only: "deployed",
      given: withPolicy({ ...statement, Effect: "Deny", Principal: { AWS: "111111111111" } }),
    },
  ],
  fail: [
    {
      name: "another account",
      only: "deployed",
      given: to({ AWS: "111111111111" }),
      findings: [
        {
          id: "foreign",
          at: "policy.Statement[0].Principal.AWS",
          data: { bucket: "audit", statement: "Read", account: "111111111111" },
        },
      ],
      controls: ["s3.policy.cross-account"],
    },
    {
      name: "one account among others",
      only: "deployed",
      settings: { trustedAccounts: ["111111111111"] },
      given: to({ AWS: ["arn:aws:iam::111111111111:root", "arn:aws:iam::222222222222:role/reader"] }),
      findings: [{ id: "foreign", at: "policy.Statement[0].Principal.AWS[1]" }],
    },
  ],
  unknown: [
    undecided,
    { name: "a document not known yet", given: [bucket, trail, openPolicy], at: "policy" },
    {
      name: "before anything says which account the stack's own is",
      given: to({ AWS: "111111111111" }),
      at: "policy.Statement[0].Principal.AWS",
    },
  ],
});
