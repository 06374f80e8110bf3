import { Trail } from "../../../lib/aws/cloudtrail/trail";
import policy from "../../../policies/cloudtrail/require-data-events";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const data = { field: "eventCategory", equals: ["Data"] };
const trail = (name: string, args: object) => declare(Trail, name, { s3BucketName: "logs", ...args });
const typed = (type: string) => ({ field: "resources.type", equals: [type] });
const objects = { type: "AWS::S3::Object", values: ["arn:aws:s3"] };
const functions = { type: "AWS::Lambda::Function", values: ["arn:aws:lambda"] };

export default policyTest(policy, {
  pass: [
    {
      name: "all objects and functions",
      given: trail("main", { eventSelectors: [{ dataResources: [objects, functions] }] }),
    },
    {
      name: "all objects but those of the log bucket, with advanced selectors",
      given: trail("main", {
        advancedEventSelectors: [
          {
            fieldSelectors: [
              data,
              typed("AWS::S3::Object"),
              { field: "resources.ARN", notStartsWiths: ["arn:aws:s3:::logs/"] },
            ],
          },
          { fieldSelectors: [data, typed("AWS::Lambda::Function")] },
        ],
      }),
    },
    {
      name: "in a trail of its own",
      given: [
        trail("main", {}),
        trail("data", { eventSelectors: [{ includeManagementEvents: false, dataResources: [objects, functions] }] }),
      ],
    },
  ],
  fail: [
    {
      name: "no selectors",
      given: trail("main", {}),
      findings: [
        { id: "objectReads", at: "eventSelectors", data: { trail: "main" } },
        { id: "objectWrites", at: "eventSelectors", data: { trail: "main" } },
        { id: "functionCalls", at: "eventSelectors", data: { trail: "main" } },
      ],
      controls: ["ct.data-events-s3-read", "ct.data-events-s3-write"],
    },
    {
      name: "writes only",
      given: trail("main", { eventSelectors: [{ readWriteType: "WriteOnly", dataResources: [objects, functions] }] }),
      findings: [{ id: "objectReads", at: "eventSelectors[0].readWriteType" }],
    },
    {
      name: "one bucket only",
      given: trail("main", {
        eventSelectors: [
          { dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3:::payroll/"] }, functions] },
        ],
      }),
      findings: [
        { id: "objectReads", at: "eventSelectors[0].dataResources" },
        { id: "objectWrites", at: "eventSelectors[0].dataResources" },
      ],
    },
    {
      name: "reads of objects only, with advanced selectors",
      given: trail("main", {
        advancedEventSelectors: [
          { fieldSelectors: [data, typed("AWS::S3::Object"), { field: "readOnly", equals: ["true"] }] },
          { fieldSelectors: [data, typed("AWS::Lambda::Function")] },
        ],
      }),
      findings: [{ id: "objectWrites", at: "advancedEventSelectors[0].fieldSelectors[2]" }],
    },
  ],
  unknown: [
    { name: "selectors not known yet", given: trail("main", { eventSelectors: unknown() }), at: "eventSelectors" },
    {
      name: "the bucket of a selector not known yet",
      given: trail("main", {
        eventSelectors: [{ dataResources: [{ type: "AWS::S3::Object", values: [unknown()] }, functions] }],
      }),
      at: "eventSelectors[0].dataResources",
      id: "objectReads",
    },
  ],
});
