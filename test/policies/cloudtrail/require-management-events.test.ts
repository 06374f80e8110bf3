import { Trail } from "../../../lib/aws/cloudtrail/trail";
import policy from "../../../policies/cloudtrail/require-management-events";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, unknown } from "../../support/program";

const management = { field: "eventCategory", equals: ["Management"] };
const data = { field: "eventCategory", equals: ["Data"] };
const trail = (name: string, args: object) => declare(Trail, name, { s3BucketName: "logs", ...args });
const audit = declareType("app:index:Audit", "audit");

export default policyTest(policy, {
  pass: [
    { name: "no selectors: AWS records all management events", given: trail("main", {}) },
    { name: "a basic selector with AWS's defaults", given: trail("main", { eventSelectors: [{}] }) },
    {
      name: "data events beside management events",
      given: trail("main", {
        eventSelectors: [{ dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }] }],
      }),
    },
    {
      name: "an advanced selector of all",
      given: trail("main", { advancedEventSelectors: [{ fieldSelectors: [management] }] }),
    },
    {
      name: "two selectors that add up",
      given: trail("main", { eventSelectors: [{ readWriteType: "ReadOnly" }, { readWriteType: "WriteOnly" }] }),
    },
    {
      name: "a trail for data events beside a complete one",
      given: [
        trail("data", {
          advancedEventSelectors: [
            { fieldSelectors: [data, { field: "resources.type", equals: ["AWS::S3::Object"] }] },
          ],
        }),
        trail("main", {}),
      ],
    },
    {
      name: "a source that the site accepts to miss",
      config: { acceptedExclusions: ["kms.amazonaws.com"] },
      given: trail("main", { eventSelectors: [{ excludeManagementEventSources: ["kms.amazonaws.com"] }] }),
    },
    { name: "another region", given: trail("main", { region: "eu-west-1" }) },
  ],
  fail: [
    {
      name: "writes only",
      given: trail("main", { eventSelectors: [{ readWriteType: "WriteOnly" }] }),
      findings: [{ id: "noReads", at: "eventSelectors[0].readWriteType", data: { trail: "main" } }],
      controls: ["ct.management-events"],
    },
    {
      name: "reads only, with an advanced selector",
      given: trail("main", {
        advancedEventSelectors: [{ fieldSelectors: [management, { field: "readOnly", equals: ["true"] }] }],
      }),
      findings: [{ id: "noWrites", at: "advancedEventSelectors[0].fieldSelectors[1]", data: { trail: "main" } }],
    },
    {
      name: "data events alone",
      given: trail("main", {
        eventSelectors: [
          { includeManagementEvents: false, dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }] },
        ],
      }),
      findings: [
        { id: "noReads", at: "eventSelectors[0].includeManagementEvents" },
        { id: "noWrites", at: "eventSelectors[0].includeManagementEvents" },
      ],
    },
    {
      name: "KMS left out",
      given: trail("main", { eventSelectors: [{ excludeManagementEventSources: ["kms.amazonaws.com"] }] }),
      findings: [
        {
          id: "leavesOut",
          at: "eventSelectors[0].excludeManagementEventSources",
          data: { trail: "main", source: "kms.amazonaws.com" },
        },
      ],
    },
    {
      name: "RDS data left out, with an advanced selector",
      given: trail("main", {
        advancedEventSelectors: [
          { fieldSelectors: [management, { field: "eventSource", notEquals: ["rdsdata.amazonaws.com"] }] },
        ],
      }),
      findings: [
        {
          id: "leavesOut",
          at: "advancedEventSelectors[0].fieldSelectors[1]",
          data: { trail: "main", source: "rdsdata.amazonaws.com" },
        },
      ],
    },
    {
      name: "two trails, neither complete, in a component",
      given: [
        declare(
          Trail,
          "a",
          { s3BucketName: "logs", eventSelectors: [{ readWriteType: "WriteOnly" }] },
          { parent: audit },
        ),
        declare(
          Trail,
          "b",
          { s3BucketName: "logs", eventSelectors: [{ readWriteType: "ReadOnly" }] },
          { parent: audit },
        ),
        audit,
      ],
      findings: [
        { id: "noReads", on: "a", at: "eventSelectors[0].readWriteType" },
        { id: "noWrites", on: "b", at: "eventSelectors[0].readWriteType" },
      ],
    },
  ],
  unknown: [
    {
      name: "a type not known yet",
      given: trail("main", { eventSelectors: [{ readWriteType: unknown() }] }),
      at: "eventSelectors[0].readWriteType",
      id: "noReads",
    },
    {
      name: "selectors not known yet",
      given: trail("main", { eventSelectors: unknown() }),
      at: "eventSelectors",
      id: "noWrites",
    },
    {
      name: "the other trail not known yet",
      given: [
        trail("main", { eventSelectors: [{ readWriteType: "WriteOnly" }] }),
        trail("other", { eventSelectors: unknown() }),
      ],
      at: "eventSelectors",
    },
  ],
  knownMisses: [
    {
      name: "a selector by event name",
      because: "event names are not asked about: trails cannot select management events by name",
      given: trail("main", {
        advancedEventSelectors: [{ fieldSelectors: [management, { field: "eventName", notEquals: ["StopLogging"] }] }],
      }),
    },
  ],
});
