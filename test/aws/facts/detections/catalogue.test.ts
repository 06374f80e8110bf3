import assert from "node:assert/strict";

import { catalogue, detections } from "../../../../lib/aws/facts/detections/detections";
import { detailTypes } from "../../../../lib/aws/facts/detections/delivery";
import { envelopeOf, sourceOf } from "../../../../lib/aws/facts/detections/envelope";
import { type CatalogueEvent, recordFor } from "../../../../lib/aws/facts/detections/event";
import type { PropertyMap } from "../../../../lib/core/properties";
import type { CloudTrailRecord } from "../../../../lib/aws/facts/detections/record";

const always: readonly (keyof CloudTrailRecord)[] = [
  "eventVersion",
  "userIdentity",
  "eventTime",
  "eventSource",
  "eventName",
  "awsRegion",
  "sourceIPAddress",
  "userAgent",
  "requestParameters",
  "responseElements",
  "eventID",
  "readOnly",
  "eventType",
  "managementEvent",
  "recipientAccountId",
  "eventCategory",
];

function ids(events: readonly CatalogueEvent[]): string[] {
  return events.map(({ id }) => id);
}

function find(id: string): CatalogueEvent {
  const event = catalogue().find((candidate) => candidate.id === id);
  assert.ok(event !== undefined, `no event ${id}`);
  return event;
}

describe("the catalogue of events", () => {
  const events = catalogue();

  it("holds at least sixty events that must or should ring", () => {
    const alarming = new Set(detections.flatMap(({ mustRing, shouldRing }) => [...mustRing, ...shouldRing]));
    assert.ok(alarming.size >= 60, `${alarming.size}`);
  });

  it("names each event once, in kebab case", () => {
    assert.equal(new Set(ids(events)).size, events.length);
    for (const id of ids(events)) assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it("gives records that are complete", () => {
    for (const event of events) {
      const record = recordFor(event);
      for (const field of always) assert.ok(field in record, `${event.id}: ${field}`);
      if (record.eventType === "AwsApiCall") assert.ok(record.requestID !== undefined, event.id);
      if (record.eventType !== "AwsServiceEvent") assert.ok(record.tlsDetails !== undefined, event.id);
      assert.match(record.eventID, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it("gives records that are JSON and stay the same", () => {
    for (const event of events) {
      const record = recordFor(event);
      assert.deepEqual(JSON.parse(JSON.stringify(record)), record, event.id);
      assert.deepEqual(recordFor(event), record, event.id);
    }
  });

  it("gives no two events the same event or request id", () => {
    const records = events.map((event) => recordFor(event));
    const made = records.flatMap(({ eventID, requestID }) =>
      requestID === undefined ? [eventID] : [eventID, requestID],
    );
    assert.equal(new Set(made).size, made.length);
  });

  it("says of an event what its record says", () => {
    for (const event of events) {
      const { eventName, eventSource, eventType, readOnly, eventCategory } = recordFor(event);
      assert.deepEqual(
        { eventName, eventSource, eventType, readOnly, eventCategory },
        {
          eventName: event.eventName,
          eventSource: event.eventSource,
          eventType: event.eventType,
          readOnly: event.readOnly,
          eventCategory: event.category,
        },
      );
      assert.equal(event.detailType, detailTypes[eventType]);
    }
  });

  it("calls read what reads, and nothing else", () => {
    const readsOtherwise = ["AssumeRole", "GenerateDataKey", "LookupEvents"];
    for (const { eventName, readOnly, id } of events) {
      const reads = /^(Describe|List|Get)/.test(eventName) || readsOtherwise.includes(eventName);
      assert.equal(readOnly, reads, id);
    }
  });

  it("records an event in the region where it lands", () => {
    for (const event of events) {
      const record = recordFor(event, { region: "ap-south-1", signInRegion: "eu-north-1" });
      const expected = { "us-east-1": "us-east-1", "caller-region": "ap-south-1", "sign-in-region": "eu-north-1" };
      assert.equal(record.awsRegion, expected[event.lands], event.id);
    }
  });

  it("knows which services are global", () => {
    const landings = events.map(({ eventSource, lands, id }) => ({ eventSource, lands, id }));
    for (const { eventSource, lands, id } of landings) {
      const global = ["iam.amazonaws.com", "organizations.amazonaws.com"].includes(eventSource);
      if (eventSource !== "signin.amazonaws.com") assert.equal(lands === "us-east-1", global, id);
    }
    assert.equal(find("root-console-login").lands, "us-east-1");
    assert.equal(find("console-login-no-mfa").lands, "sign-in-region");
  });

  it("uses sample accounts and documentation addresses alone", () => {
    const text = JSON.stringify(events.map((event) => recordFor(event)));
    const accounts = new Set(text.match(/(?<![0-9a-f-])\d{12}(?![0-9a-f])/g));
    assert.deepEqual([...accounts].sort(), ["111122223333", "123456789012"]);
    for (const [address] of text.matchAll(/\b\d{1,3}(?:\.\d{1,3}){3}\b(?![./])/g)) {
      assert.match(address, /^(203\.0\.113\.|198\.51\.100\.|192\.0\.2\.)/);
    }
  });
});

describe("the subjects of a record", () => {
  const trailArn = "arn:aws:cloudtrail:eu-west-1:123456789012:trail/audit";
  const given = {
    account: "123456789012",
    region: "eu-west-1",
    trailArn,
    trailReference: "audit",
    logGroupName: "audit",
  };

  it("are the ones given", () => {
    assert.deepEqual(recordFor(find("cloudtrail-stop-logging"), given).requestParameters, { name: "audit" });
    assert.deepEqual(recordFor(find("logs-delete-log-group"), given).requestParameters, { logGroupName: "audit" });
    assert.equal(recordFor(find("cloudtrail-update-trail"), given).responseElements?.["name"], "audit");
    assert.equal(recordFor(find("cloudtrail-stop-logging"), given).recipientAccountId, "123456789012");
  });

  it("are samples of the account and region otherwise", () => {
    const record = recordFor(find("cloudtrail-stop-logging"), { region: "eu-west-1" });
    assert.deepEqual(record.requestParameters, { name: "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main" });
  });

  it("name the trail by its ARN unless told otherwise", () => {
    assert.deepEqual(recordFor(find("cloudtrail-stop-logging"), { trailArn }).requestParameters, { name: trailArn });
  });

  it("are all replaced: no sample account is left", () => {
    for (const event of catalogue()) {
      const text = JSON.stringify(recordFor(event, { account: "999999999999" }));
      assert.ok(!text.includes("111122223333"), event.id);
    }
  });
});

describe("the envelope on the event bus", () => {
  it("wraps a record as the service does", () => {
    const record = recordFor(find("cloudtrail-stop-logging"));
    assert.deepEqual(envelopeOf(record), {
      version: "0",
      id: record.eventID,
      "detail-type": "AWS API Call via CloudTrail",
      source: "aws.cloudtrail",
      account: "111122223333",
      time: "2026-10-01T09:12:31Z",
      region: "eu-central-1",
      resources: [],
      detail: record,
    });
  });

  const cases: readonly [id: string, source: string, detailType: string, region: string][] = [
    ["root-console-login", "aws.signin", "AWS Console Sign In via CloudTrail", "us-east-1"],
    ["iam-create-access-key", "aws.iam", "AWS API Call via CloudTrail", "us-east-1"],
    ["monitoring-delete-alarms", "aws.monitoring", "AWS API Call via CloudTrail", "eu-central-1"],
    ["kms-rotate-key", "aws.kms", "AWS Service Event via CloudTrail", "eu-central-1"],
  ];
  for (const [id, source, detailType, region] of cases) {
    it(`of ${id} is ${detailType} from ${source} in ${region}`, () => {
      const envelope = envelopeOf(recordFor(find(id)));
      assert.deepEqual([envelope.source, envelope["detail-type"], envelope.region], [source, detailType, region]);
    });
  }

  it("is a property tree, which the pattern languages read", () => {
    const tree: PropertyMap = envelopeOf(recordFor(find("root-console-login")));
    assert.equal(tree["source"], "aws.signin");
  });

  it("takes the first label of the event source", () => {
    assert.equal(sourceOf("kms.amazonaws.com"), "aws.kms");
    assert.equal(sourceOf("kms"), "aws.kms");
  });
});
