import policy from "../../../policies/s3/require-tls";
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

const refusal = {
  Sid: "OnlyOverTls",
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [bucketArn, `${bucketArn}/*`],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const atPolicy = [{ id: "plainHttp", at: "policy", on: "audit", data: { bucket: "audit" } }];

export default policyTest(policy, {
  pass: [
    ...elsewhere,
    { name: "refused", given: withPolicy(refusal) },
    {
      name: "refused among other statements",
      given: withPolicy({ ...refusal, Effect: "Allow", Condition: {} }, refusal),
    },
    { name: "refused to every account", given: withPolicy({ ...refusal, Principal: { AWS: "*" } }) },
    { name: "refused, in one pattern", given: withPolicy({ ...refusal, Action: "*", Resource: "*" }) },
    {
      name: "refused in two statements",
      given: withPolicy({ ...refusal, Resource: bucketArn }, { ...refusal, Resource: `${bucketArn}/*` }),
    },
    {
      name: "refused to all but services",
      given: withPolicy({
        ...refusal,
        Condition: { BoolIfExists: { "aws:PrincipalIsAWSService": "false" }, Bool: { "aws:SecureTransport": "false" } },
      }),
    },
    { name: "refused, in the bucket", given: trailTo(bucketWith({ policy: JSON.stringify({ Statement: refusal }) })) },
  ],
  fail: [
    { name: "no policy", given: [bucket, trail], findings: [{ id: "plainHttp", at: "", data: { bucket: "audit" } }] },
    {
      name: "no refusal",
      given: withPolicy({ ...refusal, Effect: "Allow" }),
      findings: atPolicy,
      controls: ["s3.policy.ssl-only"],
    },
    { name: "only for the bucket", given: withPolicy({ ...refusal, Resource: bucketArn }), findings: atPolicy },
    { name: "only for the objects", given: withPolicy({ ...refusal, Resource: `${bucketArn}/*` }), findings: atPolicy },
    {
      name: "for another bucket",
      given: withPolicy({ ...refusal, Resource: ["arn:aws:s3:::website", "arn:aws:s3:::website/*"] }),
      findings: atPolicy,
    },
    { name: "only to read", given: withPolicy({ ...refusal, Action: "s3:Get*" }), findings: atPolicy },
    {
      name: "only to one principal",
      given: withPolicy({ ...refusal, Principal: { AWS: "123456789012" } }),
      findings: atPolicy,
    },
    {
      name: "only from one network",
      given: withPolicy({
        ...refusal,
        Condition: { ...refusal.Condition, StringEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" } },
      }),
      findings: atPolicy,
    },
    {
      name: "the wrong way round",
      given: withPolicy({ ...refusal, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
      findings: atPolicy,
    },
  ],
  unknown: [undecided, { name: "a document not known yet", given: [bucket, trail, openPolicy], at: "policy" }],
});
