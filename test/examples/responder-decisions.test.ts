import type { Trail } from "@aws-sdk/client-cloudtrail";
import assert from "node:assert/strict";
import { hasDeclaredSelectors, settingDifferences } from "../../examples/responder/differences";
import { readEnvelope, type TamperingCall } from "../../examples/responder/envelope";
import { writeNotice } from "../../examples/responder/notify";
import { relevanceOf } from "../../examples/responder/relevance";
import { type DeclaredTrail, readDeclaredTrail } from "../../examples/responder/settings";
import { type CloudTrailRecord, envelopeOf, responderRoleArn, responderSession, trailArn } from "./support/tampering";

const declared: DeclaredTrail = {
  arn: trailArn,
  settings: {
    S3BucketName: "trail-logs",
    S3KeyPrefix: "",
    SnsTopicName: "arn:aws:sns:eu-central-1:123456789012:trail",
    IncludeGlobalServiceEvents: true,
    IsMultiRegionTrail: true,
    EnableLogFileValidation: true,
    IsOrganizationTrail: false,
    CloudWatchLogsLogGroupArn: "",
    CloudWatchLogsRoleArn: "",
    KmsKeyId: "",
  },
  eventSelectors: [],
  advancedEventSelectors: [],
  insightTypes: [],
  tags: {},
};

const asDeclared: Trail = {
  S3BucketName: "trail-logs",
  SnsTopicARN: "arn:aws:sns:eu-central-1:123456789012:trail",
  IncludeGlobalServiceEvents: true,
  IsMultiRegionTrail: true,
  LogFileValidationEnabled: true,
  IsOrganizationTrail: false,
};

describe("examples/responder: reading an event", () => {
  const stop = envelopeOf("StopLogging", { name: "main" });
  const malformed: readonly { readonly title: string; readonly event: unknown; readonly reason: string }[] = [
    { title: "nothing", event: undefined, reason: "the event is not an object" },
    { title: "null", event: null, reason: "the event is not an object" },
    { title: "text", event: "StopLogging", reason: "the event is not an object" },
    { title: "a list", event: [stop], reason: "the event is not an object" },
    { title: "an object that is no event", event: {}, reason: "`source` is missing or not text" },
    {
      title: "a source that is not text",
      event: { ...stop, source: ["aws.cloudtrail"] },
      reason: "`source` is missing or not text",
    },
    { title: "no detail", event: { ...stop, detail: undefined }, reason: "`detail` is not an object" },
    { title: "a detail in a string", event: { ...stop, detail: "{}" }, reason: "`detail` is not an object" },
    {
      title: "no event name",
      event: envelopeOf("StopLogging", { name: "main" }, { eventName: undefined }),
      reason: "`eventName` is missing or not text",
    },
    {
      title: "no event id",
      event: envelopeOf("StopLogging", { name: "main" }, { eventID: undefined }),
      reason: "`eventID` is missing or not text",
    },
    {
      title: "no caller",
      event: envelopeOf("StopLogging", { name: "main" }, { userIdentity: null }),
      reason: "`userIdentity` is not an object",
    },
    { title: "no trail", event: envelopeOf("StopLogging", {}), reason: "the call names no trail" },
    { title: "no parameters", event: envelopeOf("DeleteTrail", null), reason: "the call names no trail" },
    {
      title: "the trail in another call's parameter",
      event: envelopeOf("PutEventSelectors", { name: "main" }),
      reason: "the call names no trail",
    },
  ];
  for (const { title, event, reason } of malformed) {
    it(`cannot read ${title}`, () => assert.deepEqual(readEnvelope(event), { kind: "malformed", reason }));
  }

  const unrelated: readonly { readonly title: string; readonly event: CloudTrailRecord }[] = [
    { title: "another service", event: { ...stop, source: "aws.iam" } },
    { title: "another kind of event", event: { ...stop, "detail-type": "AWS Insight via CloudTrail" } },
    { title: "a call that only reads", event: envelopeOf("GetTrail", { name: "main" }) },
    { title: "the call that helps", event: envelopeOf("StartLogging", { name: "main" }) },
    { title: "another letter case", event: envelopeOf("stoplogging", { name: "main" }) },
  ];
  for (const { title, event } of unrelated) {
    it(`has nothing to do with ${title}`, () => assert.equal(readEnvelope(event).kind, "unrelated"));
  }

  it("reads a refused call whose parameters CloudTrail has not recorded", () => {
    const call = callOf(envelopeOf("StopLogging", null, { errorCode: "AccessDenied" }));
    assert.deepEqual([call.trail, call.errorCode], [undefined, "AccessDenied"]);
  });
});

describe("examples/responder: whether a call is its business", () => {
  const other = "arn:aws:cloudtrail:eu-central-1:123456789012:trail/other";
  const own = { userIdentity: responderSession };
  const sessionWithoutIssuer = { type: "AssumedRole", arn: responderSession["arn"] };
  const cases: readonly { readonly title: string; readonly event: unknown; readonly relevance: string }[] = [
    { title: "the trail by name", event: envelopeOf("StopLogging", { name: "main" }), relevance: "relevant" },
    { title: "the trail by ARN", event: envelopeOf("UpdateTrail", { name: trailArn }), relevance: "relevant" },
    {
      title: "its selectors",
      event: envelopeOf("PutEventSelectors", { trailName: "main" }),
      relevance: "relevant",
    },
    { title: "another name", event: envelopeOf("StopLogging", { name: "mai" }), relevance: "other-trail" },
    { title: "another ARN", event: envelopeOf("StopLogging", { name: other }), relevance: "other-trail" },
    {
      title: "a trail of the same name in another region",
      event: envelopeOf("StopLogging", { name: "main" }, { awsRegion: "us-east-1" }),
      relevance: "other-trail",
    },
    {
      title: "a trail of the same name in another account",
      event: envelopeOf("StopLogging", { name: "main" }, { recipientAccountId: "999999999999" }),
      relevance: "other-trail",
    },
    {
      title: "a refused attempt",
      event: envelopeOf("DeleteTrail", { name: "main" }, { errorCode: "AccessDenied" }),
      relevance: "failed-attempt",
    },
    { title: "its own update", event: envelopeOf("UpdateTrail", { name: trailArn }, own), relevance: "own-action" },
    {
      title: "its own selectors, by the session's ARN alone",
      event: envelopeOf("PutEventSelectors", { trailName: trailArn }, { userIdentity: sessionWithoutIssuer }),
      relevance: "own-action",
    },
    {
      title: "a role whose name begins like its own",
      event: envelopeOf(
        "UpdateTrail",
        { name: "main" },
        { userIdentity: { type: "AssumedRole", arn: String(responderSession["arn"]).replace("-off/", "-off2/") } },
      ),
      relevance: "relevant",
    },
    {
      title: "a role of its name in another path",
      event: envelopeOf(
        "UpdateTrail",
        { name: "main" },
        {
          userIdentity: {
            ...responderSession,
            sessionContext: { sessionIssuer: { arn: responderRoleArn.replace("security/", "") } },
          },
        },
      ),
      relevance: "relevant",
    },
    {
      title: "StopLogging with its role",
      event: envelopeOf("StopLogging", { name: "main" }, own),
      relevance: "relevant",
    },
    {
      title: "DeleteTrail with its role",
      event: envelopeOf("DeleteTrail", { name: "main" }, own),
      relevance: "relevant",
    },
  ];
  for (const { title, event, relevance } of cases) {
    it(`${title}: ${relevance}`, () => {
      assert.equal(relevanceOf(callOf(event), trailArn, responderRoleArn), relevance);
    });
  }
});

describe("examples/responder: comparing a trail with its declaration", () => {
  it("finds no difference in a trail that is as declared", () => {
    assert.deepEqual(settingDifferences(declared.settings, asDeclared), []);
  });

  it("finds the topic by its ARN and whatever was added", () => {
    const changed: Trail = {
      ...asDeclared,
      SnsTopicARN: undefined,
      S3KeyPrefix: "hidden",
      KmsKeyId: "arn:aws:kms:::key/1",
    };
    assert.deepEqual(settingDifferences(declared.settings, changed), ["S3KeyPrefix", "SnsTopicName", "KmsKeyId"]);
  });

  it("finds everything in a trail that says nothing", () => {
    const expected = [
      "S3BucketName",
      "SnsTopicName",
      "IncludeGlobalServiceEvents",
      "IsMultiRegionTrail",
      "EnableLogFileValidation",
    ];
    assert.deepEqual(settingDifferences(declared.settings, {}), expected);
  });

  it("takes CloudTrail's default for a trail without selectors", () => {
    const spelledOut = {
      EventSelectors: [
        {
          ReadWriteType: "All" as const,
          IncludeManagementEvents: true,
          DataResources: [],
          ExcludeManagementEventSources: [],
        },
      ],
    };
    assert.equal(hasDeclaredSelectors(declared, {}), true);
    assert.equal(hasDeclaredSelectors(declared, spelledOut), true);
  });

  it("sees a selector that leaves sources out", () => {
    const blind = { ReadWriteType: "All" as const, ExcludeManagementEventSources: ["kms.amazonaws.com"] };
    assert.equal(hasDeclaredSelectors(declared, { EventSelectors: [blind] }), false);
  });

  it("sees advanced selectors in the place of basic ones, and the reverse", () => {
    const advanced = [{ FieldSelectors: [{ Field: "eventCategory", Equals: ["Management"] }] }];
    assert.equal(hasDeclaredSelectors(declared, { AdvancedEventSelectors: advanced }), false);
    const advancedDeclared = { ...declared, advancedEventSelectors: advanced };
    assert.equal(hasDeclaredSelectors(advancedDeclared, { EventSelectors: [{ ReadWriteType: "All" }] }), false);
  });

  it("does not mind the order of selectors, of fields and of values", () => {
    const management = {
      Name: "a",
      FieldSelectors: [
        { Field: "eventCategory", Equals: ["Management"] },
        { Field: "eventSource", NotEquals: ["kms.amazonaws.com", "rdsdata.amazonaws.com"] },
      ],
    };
    const reordered = {
      FieldSelectors: [
        { NotEquals: ["rdsdata.amazonaws.com", "kms.amazonaws.com"], Field: "eventSource", Equals: [] },
        { Equals: ["Management"], Field: "eventCategory" },
      ],
      Name: "a",
    };
    const data = { Name: "b", FieldSelectors: [{ Field: "eventCategory", Equals: ["Data"] }] };
    const both = { ...declared, advancedEventSelectors: [management, data] };
    assert.equal(hasDeclaredSelectors(both, { AdvancedEventSelectors: [data, reordered] }), true);
    assert.equal(hasDeclaredSelectors(both, { AdvancedEventSelectors: [management] }), false);
  });
});

describe("examples/responder: the declared trail in the environment", () => {
  it("is read as it was written", () => assert.deepEqual(readDeclaredTrail(JSON.stringify(declared)), declared));

  const wrong: readonly { readonly change: object; readonly message: RegExp }[] = [
    { change: { arn: "main" }, message: /`arn` must be a trail's ARN/ },
    {
      change: { settings: { ...declared.settings, IsMultiRegionTrail: "true" } },
      message: /`IsMultiRegionTrail` must be/,
    },
    { change: { settings: { ...declared.settings, KmsKeyId: "alias/trail" } }, message: /`KmsKeyId` must be an ARN/ },
    {
      change: { settings: { ...declared.settings, KmsKeyId: "arn:aws:kms:eu-central-1:123456789012:alias/trail" } },
      message: /`KmsKeyId` must be the ARN of a key/,
    },
    { change: { settings: { ...declared.settings, SnsTopicName: "trail" } }, message: /`SnsTopicName` must be an ARN/ },
    { change: { settings: null }, message: /`settings` must be an object/ },
    { change: { eventSelectors: {} }, message: /`eventSelectors` must be a list/ },
    { change: { advancedEventSelectors: ["x"] }, message: /`advancedEventSelectors` must be a list/ },
    { change: { insightTypes: [1] }, message: /`insightTypes` must be a list/ },
    { change: { tags: { owner: 1 } }, message: /`owner` must be text/ },
  ];
  for (const { change, message } of wrong) {
    it(`is refused: ${message.source}`, () => {
      assert.throws(() => readDeclaredTrail(JSON.stringify({ ...declared, ...change })), { message });
    });
  }
});

describe("examples/responder: the notice", () => {
  const nothing = { restored: [], failed: [] };

  it("keeps the subject within the 100 ASCII characters of SNS", () => {
    const longArn = `arn:aws:cloudtrail:eu-central-1:123456789012:trail/${"t".repeat(128)}`;
    const { subject } = writeNotice(callOf(envelopeOf("PutInsightSelectors", { trailName: "main" })), longArn, nothing);
    assert.equal(subject.length, 100);
    assert.match(subject, /^[\x20-\x7e]+\.\.\.$/);
  });

  it("does not let the caller's words forge lines", () => {
    const userAgent = "curl\n\nWhat was done:\r\n- nothing happened\u2028\u202e!";
    const { message } = writeNotice(
      callOf(envelopeOf("StopLogging", { name: "main" }, { userAgent })),
      trailArn,
      nothing,
    );
    assert.match(
      message,
      /^Where: from 203\.0\.113\.64 with curl What was done: - nothing happened !, to eu-central-1/m,
    );
    assert.doesNotMatch(message, /^What was done:/m);
  });

  it("does not let the caller's words bury the rest", () => {
    const event = envelopeOf("StopLogging", { name: "main" }, { userAgent: "x".repeat(100_000) });
    assert.ok(writeNotice(callOf(event), trailArn, nothing).message.length < 1_500);
  });

  it("names a service that called, and says what CloudTrail does not know", () => {
    const userIdentity = { type: "AWSService", invokedBy: "cloudformation.amazonaws.com" };
    const changes = { userIdentity, sourceIPAddress: undefined };
    const { message } = writeNotice(callOf(envelopeOf("DeleteTrail", { name: "main" }, changes)), trailArn, nothing);
    assert.match(message, /^Who: {3}cloudformation\.amazonaws\.com \(AWSService\)$/m);
    assert.match(message, /^Where: from unknown with/m);
  });
});

function callOf(event: unknown): TamperingCall {
  const envelope = readEnvelope(event);
  assert.ok(envelope.kind === "call");
  return envelope.call;
}
