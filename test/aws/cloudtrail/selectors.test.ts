import assert from "node:assert/strict";
import { type cloudtrail } from "@pulumi/aws";
import { managementCoverage, recordsAllData } from "../../../lib/aws/cloudtrail/coverage";
import { type RecordedEvent, recordsEvent } from "../../../lib/aws/cloudtrail/selectors";
import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { detections } from "../../../lib/aws/facts/detections/detections";
import { recordFor } from "../../../lib/aws/facts/detections/event";
import { type Truth } from "../../../lib/core/truth";
import { type ArgsGiven, asResource, declare, unknown } from "../../support/program";

type Args = ArgsGiven<cloudtrail.TrailArgs>;

function selectorsOf(args: Args) {
  return Trail.view(asResource(declare(Trail, "main", { s3BucketName: "logs", ...args }), "preview")).selectors;
}

const stopLogging: RecordedEvent = {
  eventCategory: "Management",
  readOnly: false,
  eventSource: "cloudtrail.amazonaws.com",
  eventName: "StopLogging",
};
const listKeys: RecordedEvent = {
  eventCategory: "Management",
  readOnly: true,
  eventSource: "kms.amazonaws.com",
  eventName: "ListKeys",
};
const getObject: RecordedEvent = {
  eventCategory: "Data",
  readOnly: true,
  eventSource: "s3.amazonaws.com",
  eventName: "GetObject",
  resources: [{ ARN: "arn:aws:s3:::payroll/2026/11.csv", accountId: "123456789012", type: "AWS::S3::Object" }],
};

const management = { field: "eventCategory", equals: ["Management"] };
const data = { field: "eventCategory", equals: ["Data"] };
const objects = { field: "resources.type", equals: ["AWS::S3::Object"] };
const advanced = (...fieldSelectors: readonly object[]): Args => ({ advancedEventSelectors: [{ fieldSelectors }] });
const basic = (...eventSelectors: readonly object[]): Args => ({ eventSelectors });
const objectsOf = (...values: readonly unknown[]) => ({ dataResources: [{ type: "AWS::S3::Object", values }] });

const table: readonly [what: string, args: Args, event: RecordedEvent, truth: Truth, why?: RegExp][] = [
  ["no selectors record what changes something", {}, stopLogging, "yes"],
  ["no selectors record reads", {}, listKeys, "yes"],
  ["no selectors record no data events", {}, getObject, "no", /without selectors/],
  ["empty lists are no selectors", { eventSelectors: [], advancedEventSelectors: [] }, stopLogging, "yes"],

  ["a basic selector records all by default", basic({}), stopLogging, "yes"],
  ["writes only, of a write", basic({ readWriteType: "WriteOnly" }), stopLogging, "yes"],
  ["writes only, of a read", basic({ readWriteType: "WriteOnly" }), listKeys, "no", /readWriteType` is `WriteOnly`/],
  ["reads only, of a write", basic({ readWriteType: "ReadOnly" }), stopLogging, "no", /readWriteType` is `ReadOnly`/],
  ["management off", basic({ includeManagementEvents: false }), stopLogging, "no", /includeManagementEvents` is off/],
  [
    "an excluded source",
    basic({ excludeManagementEventSources: ["kms.amazonaws.com"] }),
    listKeys,
    "no",
    /leaves out `kms\.amazonaws\.com`/,
  ],
  [
    "another source than the excluded",
    basic({ excludeManagementEventSources: ["kms.amazonaws.com"] }),
    stopLogging,
    "yes",
  ],
  [
    "selectors are alternatives",
    basic({ readWriteType: "ReadOnly" }, { readWriteType: "WriteOnly" }),
    stopLogging,
    "yes",
  ],
  [
    "a type not known yet",
    basic({ readWriteType: unknown() }),
    stopLogging,
    "unknown",
    /readWriteType` is not known yet/,
  ],
  ["not known, but another selector records", basic({ readWriteType: unknown() }, {}), stopLogging, "yes"],
  ["an excluded source not known yet", basic({ excludeManagementEventSources: [unknown()] }), listKeys, "unknown"],
  ["a selector not known yet", { eventSelectors: [unknown()] }, stopLogging, "unknown"],
  ["selectors not known yet", { eventSelectors: unknown() }, stopLogging, "unknown"],
  ["selectors of a wrong shape", { eventSelectors: ["All"] }, stopLogging, "unknown"],

  ["all objects", basic(objectsOf("arn:aws:s3")), getObject, "yes"],
  ["all objects, as the console writes it", basic(objectsOf("arn:aws:s3:::")), getObject, "yes"],
  ["the objects of the bucket", basic(objectsOf("arn:aws:s3:::payroll/")), getObject, "yes"],
  ["the objects of another bucket", basic(objectsOf("arn:aws:s3:::images/")), getObject, "no", /does not name/],
  ["objects not known yet", basic(objectsOf(unknown())), getObject, "unknown"],
  ["objects, writes only", basic({ ...objectsOf("arn:aws:s3"), readWriteType: "WriteOnly" }), getObject, "no"],
  [
    "objects without management",
    basic({ ...objectsOf("arn:aws:s3"), includeManagementEvents: false }),
    stopLogging,
    "no",
    /includeManagementEvents/,
  ],
  [
    "functions are no objects",
    basic({ dataResources: [{ type: "AWS::Lambda::Function", values: ["arn:aws:lambda"] }] }),
    getObject,
    "no",
  ],

  ["advanced: management", advanced(management), stopLogging, "yes"],
  ["advanced: data is not management", advanced(data, objects), stopLogging, "no", /eventCategory/],
  [
    "advanced: reads only",
    advanced(management, { field: "readOnly", equals: ["true"] }),
    stopLogging,
    "no",
    /readOnly/,
  ],
  ["advanced: reads only, of a read", advanced(management, { field: "readOnly", equals: ["true"] }), listKeys, "yes"],
  [
    "advanced: a source left out",
    advanced(management, { field: "eventSource", notEquals: ["rdsdata.amazonaws.com", "kms.amazonaws.com"] }),
    listKeys,
    "no",
    /eventSource` `kms\.amazonaws\.com`/,
  ],
  [
    "advanced: another source",
    advanced(management, { field: "eventSource", notEquals: ["kms.amazonaws.com"] }),
    stopLogging,
    "yes",
  ],
  [
    "advanced: negative conditions all count",
    advanced(data, objects, { field: "resources.ARN", notStartsWiths: ["arn:aws:s3:::logs/"], notEndsWiths: [".csv"] }),
    getObject,
    "no",
  ],
  [
    "advanced: any positive condition is enough",
    advanced(data, objects, { field: "eventName", equals: ["PutObject"], startsWiths: ["Get"] }),
    getObject,
    "yes",
  ],
  [
    "advanced: a positive and a negative condition",
    advanced(data, objects, { field: "eventName", startsWiths: ["Get"], notEquals: ["GetObject"] }),
    getObject,
    "no",
  ],
  [
    "advanced: an ARN not known yet",
    advanced(data, objects, { field: "resources.ARN", startsWiths: [unknown()] }),
    getObject,
    "unknown",
  ],
  [
    "advanced: not known, but another value agrees",
    advanced(data, objects, { field: "resources.ARN", startsWiths: [unknown(), "arn:aws:s3:::payroll/"] }),
    getObject,
    "yes",
  ],
  [
    "advanced: a field not known yet",
    advanced(management, { field: unknown(), equals: ["x"] }),
    stopLogging,
    "unknown",
  ],
  ["advanced: a field that no event tells", advanced(management, { field: "vpcEndpointId" }), stopLogging, "unknown"],
  [
    "advanced: an open question does not hide a refusal",
    advanced(data, { field: "eventName", equals: [unknown()] }),
    stopLogging,
    "no",
  ],
];

describe("recordsEvent", () => {
  for (const [what, args, event, truth, why] of table) {
    it(`${what}: ${truth}`, () => {
      const recording = recordsEvent(selectorsOf(args), event);
      assert.equal(recording.truth, truth, recording.why);
      assert.match(recording.why, why ?? /./);
      assert.ok(recording.places.length > 0);
    });
  }

  it("records every event of the catalogue by default", () => {
    const selectors = selectorsOf({});
    const events = detections.flatMap(({ mustRing, shouldRing }) => [...mustRing, ...shouldRing]);
    const missed = events.filter((event) => recordsEvent(selectors, recordFor(event)).truth !== "yes");
    assert.deepEqual(
      missed.filter(({ category }) => category === "Management").map(({ id }) => id),
      [],
    );
    assert.ok(events.length > 50);
  });

  it("puts a refusal on the selector that comes nearest", () => {
    const selectors = selectorsOf({
      advancedEventSelectors: [
        { fieldSelectors: [data, objects] },
        { fieldSelectors: [management, { field: "readOnly", equals: ["true"] }] },
      ],
    });
    const { places } = recordsEvent(selectors, stopLogging);
    assert.equal(places[0]?.path, "advancedEventSelectors[1].fieldSelectors[1]");
  });
});

describe("managementCoverage", () => {
  const uncovered = (args: Args) => {
    const { reads, writes, sources } = managementCoverage(selectorsOf(args));
    return [reads.truth, writes.truth, ...sources.map(({ source }) => source)];
  };

  it("is complete without selectors", () => assert.deepEqual(uncovered({}), ["yes", "yes"]));

  it("names services that are left out by the beginning of their name", () => {
    const args = advanced(management, { field: "eventSource", notStartsWiths: ["kms.", "s3"] });
    assert.deepEqual(uncovered(args), ["yes", "yes", "kms.amazonaws.com", "s3.amazonaws.com"]);
  });

  it("adds up selectors", () => {
    const args: Args = {
      advancedEventSelectors: [
        { fieldSelectors: [management, { field: "eventSource", notEquals: ["kms.amazonaws.com"] }] },
        { fieldSelectors: [management, { field: "eventSource", equals: ["kms.amazonaws.com"] }] },
      ],
    };
    assert.deepEqual(uncovered(args), ["yes", "yes"]);
  });

  it("sees that only a few services are recorded", () => {
    const args = advanced(management, { field: "eventSource", equals: ["iam.amazonaws.com"] });
    assert.deepEqual(uncovered(args).slice(0, 2), ["no", "no"]);
  });
});

describe("recordsAllData", () => {
  it("accepts that single buckets are left out", () => {
    const args = advanced(data, objects, { field: "resources.ARN", notStartsWiths: ["arn:aws:s3:::logs/"] });
    assert.equal(recordsAllData(selectorsOf(args), "objectReads").truth, "yes");
  });

  it("is not content with single buckets", () => {
    assert.equal(recordsAllData(selectorsOf(basic(objectsOf("arn:aws:s3:::payroll/"))), "objectReads").truth, "no");
  });

  it("works in every partition", () => {
    assert.equal(recordsAllData(selectorsOf(basic(objectsOf("arn:aws-cn:s3"))), "objectWrites").truth, "yes");
  });
});
