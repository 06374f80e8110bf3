import { Trail } from "../../../lib/aws/cloudtrail/trail";
import policy from "../../../policies/cloudtrail/require-trail";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, unknown } from "../../support/program";

const complete = {
  isMultiRegionTrail: true,
  enableLogFileValidation: true,
  kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
};
const trail = (name: string, args: object) => declare(Trail, name, { s3BucketName: "logs", ...args });

export default policyTest(policy, {
  pass: [
    { name: "a complete trail", settings: { baseline: true }, given: trail("main", complete) },
    { name: "no trail, where the stack is no baseline", given: declareType("aws:s3/bucket:Bucket", "data") },
    { name: "half a trail, where the stack is no baseline", given: trail("main", {}) },
    {
      name: "a trail outside the stack",
      settings: { baseline: true, externalTrails: ["arn:aws:cloudtrail:us-east-1:123456789012:trail/organization"] },
      given: declareType("aws:s3/bucket:Bucket", "data"),
    },
    {
      name: "a complete trail beside another",
      settings: { baseline: true },
      given: [trail("data", {}), trail("main", complete)],
    },
  ],
  fail: [
    {
      name: "no trail",
      settings: { baseline: true },
      given: declareType("aws:s3/bucket:Bucket", "data"),
      findings: [{ id: "none", on: "", at: "" }],
      controls: ["ct.exists"],
    },
    {
      name: "no trail in a stack that must hold one itself, whatever is outside",
      config: { requireTrail: true },
      settings: { externalTrails: ["arn:aws:cloudtrail:us-east-1:123456789012:trail/organization"] },
      given: declareType("aws:s3/bucket:Bucket", "data"),
      findings: [{ id: "none", on: "", at: "" }],
    },
    {
      name: "two trails, each with half",
      settings: { baseline: true },
      given: [
        trail("first", { ...complete, enableLogFileValidation: false, kmsKeyId: null }),
        trail("second", { ...complete, isMultiRegionTrail: false }),
      ],
      findings: [{ id: "incomplete", on: "second", at: "", data: { trail: "second", lacks: "all regions" } }],
      controls: ["ct.security-trail"],
    },
    {
      name: "AWS's defaults",
      settings: { baseline: true },
      given: trail("main", {}),
      findings: [
        { id: "incomplete", at: "", data: { trail: "main", lacks: "all regions, log file validation, a KMS key" } },
      ],
    },
    {
      name: "switched off, and with writes only",
      settings: { baseline: true },
      given: trail("main", { ...complete, enableLogging: false, eventSelectors: [{ readWriteType: "WriteOnly" }] }),
      findings: [{ id: "incomplete", at: "", data: { trail: "main", lacks: "logging, all management events" } }],
    },
  ],
  unknown: [
    {
      name: "a setting not known yet",
      settings: { baseline: true },
      given: trail("main", { ...complete, isMultiRegionTrail: unknown() }),
      at: "",
    },
  ],
});
