import policy from "../../../policies/s3/no-public-policy";
import { policyTest } from "../../support/policy-test";
import {
  bucket,
  bucketArn,
  bucketWith,
  elsewhere,
  openPolicy,
  trail,
  trailTo,
  undecided,
  withPolicy,
} from "./trail-bucket";

const read = { Sid: "Read", Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: `${bucketArn}/*` };

function ifOnly(condition: object) {
  return withPolicy({ ...read, Condition: condition });
}

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "no policy", given: [bucket, trail] },
    { name: "CloudTrail", given: withPolicy({ ...read, Principal: { Service: "cloudtrail.amazonaws.com" } }) },
    { name: "an account", given: withPolicy({ ...read, Principal: { AWS: "123456789012" } }) },
    { name: "everybody of an organization", given: ifOnly({ StringEquals: { "aws:PrincipalOrgID": "o-abcdef1234" } }) },
    { name: "everybody in a network", given: ifOnly({ StringEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" } }) },
    { name: "everybody at an address", given: ifOnly({ IpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } }) },
    { name: "everybody refused", given: withPolicy({ ...read, Effect: "Deny" }) },
    {
      name: "all but an organization refused",
      given: withPolicy(read, {
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [bucketArn, `${bucketArn}/*`],
        Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-abcdef1234" } },
      }),
    },
  ],
  fail: [
    {
      name: "everybody",
      given: withPolicy(read),
      findings: [{ id: "open", at: "policy.Statement[0]", data: { bucket: "audit", statement: "Read" } }],
      controls: ["s3.policy.any-principal", "ct.bucket.not-public"],
    },
    {
      name: "everybody, in the bucket",
      given: trailTo(bucketWith({ policy: JSON.stringify({ Statement: read }) })),
      findings: [{ id: "open", at: "policy.Statement" }],
    },
    {
      name: "everybody over TLS",
      given: ifOnly({ Bool: { "aws:SecureTransport": "true" } }),
      findings: [{ id: "open", at: "policy.Statement[0]" }],
    },
    {
      name: "everybody who sends a header",
      given: ifOnly({ StringEquals: { "aws:Referer": "https://example.com" } }),
      findings: [{ id: "open", at: "policy.Statement[0]" }],
    },
    {
      name: "an organization, and who does not say who they are",
      given: ifOnly({ StringEqualsIfExists: { "aws:PrincipalOrgID": "o-abcdef1234" } }),
      findings: [{ id: "open", at: "policy.Statement[0]" }],
    },
    {
      name: "everybody refused something else",
      given: withPolicy(read, { Effect: "Deny", Principal: "*", Action: "s3:PutObject", Resource: `${bucketArn}/*` }),
      findings: [{ id: "open", at: "policy.Statement[0]" }],
    },
    {
      name: "everybody refused all but something",
      given: withPolicy(read, {
        Effect: "Deny",
        Principal: "*",
        NotAction: "s3:PutObject",
        Resource: `${bucketArn}/*`,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
      findings: [{ id: "open", at: "policy.Statement[0]" }],
    },
  ],
  unknown: [undecided, { name: "a document not known yet", given: [bucket, trail, openPolicy], at: "policy" }],
});
