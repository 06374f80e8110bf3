import {
  type AdvancedEventSelector,
  CloudTrailClient,
  CreateTrailCommand,
  DeleteTrailCommand,
  type EventSelector,
  GetEventSelectorsCommand,
  GetInsightSelectorsCommand,
  GetTrailCommand,
  GetTrailStatusCommand,
  ListTagsCommand,
  PutEventSelectorsCommand,
  PutInsightSelectorsCommand,
  StartLoggingCommand,
  StopLoggingCommand,
  type Trail,
  TrailNotFoundException,
  UpdateTrailCommand,
  type UpdateTrailCommandInput,
} from "@aws-sdk/client-cloudtrail";
import { CreateTopicCommand, SNSClient, SubscribeCommand } from "@aws-sdk/client-sns";
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { bundleResponder } from "../../examples/responder/bundle";
import {
  IncompleteResponseError,
  MalformedEventError,
  respond,
  type Responder,
} from "../../examples/responder/respond";
import { type DeclaredTrail, environmentNames } from "../../examples/responder/settings";
import {
  createBucket,
  createQueue,
  type Moto,
  type Queue,
  startMoto,
  takeTopicMessages,
  type TopicMessage,
} from "./support/moto";
import {
  account,
  envelopeOf,
  region,
  responderRoleArn,
  responderSession,
  trailArn,
  trailName,
} from "./support/tampering";

// What moto 5.2.5 cannot show, because it does not do it:
// - permissions: it allows every call (responder-permissions.test.ts holds the policy against the code instead);
// - validation in UpdateTrail and the policies of bucket, key and log group;
// - replacing selectors: basic selectors leave advanced ones standing and Insights selectors are added, so each test
//   stays with one kind, and lost Insights are shown by a trail that never had them;
// - CloudTrail's default selector and InsightNotEnabledException: it answers with empty lists;
// - a trail's topic given by ARN: responder-decisions.test.ts compares it;
// - DeleteTrail by ARN: the attacker below uses the name.

const credentials = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "example" };
const keyArn = `arn:aws:kms:${region}:${account}:key/11111111-2222-4333-8444-555555555555`;
const logGroupArn = `arn:aws:logs:${region}:${account}:log-group:trail:*`;
const logRoleArn = `arn:aws:iam::${account}:role/trail-to-logs`;

const declared: DeclaredTrail = {
  arn: trailArn,
  settings: {
    S3BucketName: "trail-logs",
    S3KeyPrefix: "main",
    SnsTopicName: "",
    IncludeGlobalServiceEvents: true,
    IsMultiRegionTrail: true,
    EnableLogFileValidation: true,
    IsOrganizationTrail: false,
    CloudWatchLogsLogGroupArn: logGroupArn,
    CloudWatchLogsRoleArn: logRoleArn,
    KmsKeyId: keyArn,
  },
  eventSelectors: [],
  advancedEventSelectors: [],
  insightTypes: [],
  tags: { owner: "security" },
};

const readOnlySelectors: EventSelector[] = [{ ReadWriteType: "ReadOnly", IncludeManagementEvents: true }];
const managementSelector: AdvancedEventSelector = {
  Name: "all management events",
  FieldSelectors: [{ Field: "eventCategory", Equals: ["Management"] }],
};
const readOnlyAdvancedSelector: AdvancedEventSelector = {
  Name: "nothing but reading",
  FieldSelectors: [
    { Field: "eventCategory", Equals: ["Management"] },
    { Field: "readOnly", Equals: ["true"] },
  ],
};

describe("examples/responder against the APIs of AWS", function () {
  this.timeout(20_000);
  let moto: Moto | undefined;
  let world: World;

  before("start moto", async function () {
    this.timeout(600_000);
    const start = await startMoto();
    if (start.kind === "started") {
      moto = start.moto;
      return;
    }
    if (process.env["CI"] === "true") assert.fail(start.reason);
    console.warn(`      skipped: ${start.reason}`);
    this.skip();
  });
  after("stop moto", async () => moto?.stop());
  beforeEach("a trail as declared, and a team that listens", async () => {
    assert.ok(moto);
    world = await createWorld(moto);
  });

  describe("StopLogging", () => {
    it("switches logging on again and tells the team", async () => {
      await world.attacker.send(new StopLoggingCommand({ Name: trailName }));
      const answer = await respond(stopped(), world.responder());
      assert.deepEqual(answer, { outcome: "restored", restored: ["logging, which was off, was switched on"] });
      assert.equal(await isLogging(world), true);
      assert.deepEqual(world.writes(), ["StartLoggingCommand"]);
      const [notice, ...others] = await world.messages();
      assert.deepEqual(others, []);
      assert.equal(notice?.Subject, "CloudTrail trail main: StopLogging, restored");
      assert.equal(
        notice.Message,
        [
          "Somebody switched a CloudTrail trail off. It has been put back to its declared state.",
          "",
          "Who:   arn:aws:sts::123456789012:assumed-role/Admin/mallory (AssumedRole)",
          "When:  2026-10-01T09:12:31Z",
          "What:  StopLogging",
          "Where: from 203.0.113.64 with aws-cli/2.31.0, to eu-central-1 in account 123456789012",
          "Which: arn:aws:cloudtrail:eu-central-1:123456789012:trail/main",
          "",
          "What was done:",
          "- logging, which was off, was switched on",
          "",
          "CloudTrail event: 1f0c2b7a-0000-4000-8000-StopLogging0",
          "",
        ].join("\n"),
      );
    });

    it("finds the trail by its ARN as well", async () => {
      await world.attacker.send(new StopLoggingCommand({ Name: trailArn }));
      await respond(envelopeOf("StopLogging", { name: trailArn }), world.responder());
      assert.equal(await isLogging(world), true);
    });

    it("changes nothing when the trail is logging already, and says so", async () => {
      const answer = await respond(stopped(), world.responder());
      assert.deepEqual(answer, { outcome: "already-as-declared" });
      assert.deepEqual(world.writes(), []);
      assert.deepEqual(await world.subjects(), ["CloudTrail trail main: StopLogging, already as declared"]);
    });

    it("answers the call even from a session of the responder's role, which never makes it", async () => {
      await world.attacker.send(new StopLoggingCommand({ Name: trailName }));
      await respond(
        envelopeOf("StopLogging", { name: trailName }, { userIdentity: responderSession }),
        world.responder(),
      );
      assert.equal(await isLogging(world), true);
    });
  });

  describe("UpdateTrail", () => {
    const weakenings: readonly {
      readonly weakening: Omit<UpdateTrailCommandInput, "Name">;
      readonly restored: readonly string[];
    }[] = [
      { weakening: { IsMultiRegionTrail: false }, restored: ["IsMultiRegionTrail was set back to true"] },
      { weakening: { EnableLogFileValidation: false }, restored: ["EnableLogFileValidation was set back to true"] },
      {
        weakening: { IncludeGlobalServiceEvents: false },
        restored: ["IncludeGlobalServiceEvents was set back to true"],
      },
      { weakening: { KmsKeyId: "" }, restored: [`KmsKeyId was set back to ${keyArn}`] },
      { weakening: { S3BucketName: "elsewhere" }, restored: ["S3BucketName was set back to trail-logs"] },
      { weakening: { S3KeyPrefix: "elsewhere" }, restored: ["S3KeyPrefix was set back to main"] },
      { weakening: { IsOrganizationTrail: true }, restored: ["IsOrganizationTrail was set back to false"] },
      {
        weakening: { CloudWatchLogsLogGroupArn: "", CloudWatchLogsRoleArn: "" },
        restored: [
          `CloudWatchLogsLogGroupArn was set back to ${logGroupArn}`,
          `CloudWatchLogsRoleArn was set back to ${logRoleArn}`,
        ],
      },
      {
        weakening: { CloudWatchLogsRoleArn: `arn:aws:iam::${account}:role/mute` },
        restored: [`CloudWatchLogsRoleArn was set back to ${logRoleArn}`],
      },
    ];
    for (const { weakening, restored } of weakenings) {
      it(`puts ${Object.keys(weakening).join(" and ")} back`, async () => {
        const before = await readTrail(world);
        await world.attacker.send(new UpdateTrailCommand({ Name: trailName, ...weakening }));
        assert.notDeepEqual(await readTrail(world), before);
        const answer = await respond(updated(weakening), world.responder());
        assert.deepEqual(answer, { outcome: "restored", restored });
        assert.deepEqual(await readTrail(world), before);
        assert.deepEqual(world.writes(), ["UpdateTrailCommand"]);
      });
    }

    it("ignores what it did itself", async () => {
      await world.attacker.send(new UpdateTrailCommand({ Name: trailName, IsMultiRegionTrail: false }));
      const own = envelopeOf("UpdateTrail", { name: trailArn }, { userIdentity: responderSession });
      assert.deepEqual(await respond(own, world.responder()), { outcome: "ignored", reason: "own-action" });
      assert.deepEqual(world.calls, []);
      assert.deepEqual(await world.messages(), []);
    });

    it("puts back everything the caller has changed by then, whichever event comes first", async () => {
      await world.attacker.send(new UpdateTrailCommand({ Name: trailName, KmsKeyId: "" }));
      await world.attacker.send(
        new PutEventSelectorsCommand({ TrailName: trailName, EventSelectors: readOnlySelectors }),
      );
      await world.attacker.send(new StopLoggingCommand({ Name: trailName }));
      await respond(updated({ KmsKeyId: "" }), world.responder());
      assert.deepEqual(world.writes(), ["StartLoggingCommand", "UpdateTrailCommand", "PutEventSelectorsCommand"]);
    });
  });

  describe("PutEventSelectors and PutInsightSelectors", () => {
    it("puts narrowed event selectors back to the default", async () => {
      await world.attacker.send(
        new PutEventSelectorsCommand({ TrailName: trailName, EventSelectors: readOnlySelectors }),
      );
      const answer = await respond(narrowed(), world.responder());
      assert.deepEqual(answer, {
        outcome: "restored",
        restored: ["the event selectors were set back to the declared ones"],
      });
      const { EventSelectors } = await world.attacker.send(new GetEventSelectorsCommand({ TrailName: trailName }));
      assert.deepEqual(EventSelectors, [{ ReadWriteType: "All", IncludeManagementEvents: true }]);
    });

    it("puts narrowed advanced event selectors back to the declared ones", async () => {
      const advanced = { ...declared, advancedEventSelectors: [managementSelector] };
      const narrow = { TrailName: trailName, AdvancedEventSelectors: [readOnlyAdvancedSelector] };
      await world.attacker.send(new PutEventSelectorsCommand(narrow));
      await respond(narrowed(), world.responder({ declared: advanced }));
      const current = await world.attacker.send(new GetEventSelectorsCommand({ TrailName: trailName }));
      assert.deepEqual(current.AdvancedEventSelectors, [managementSelector]);
    });

    it("puts lost Insights selectors back, and only once", async () => {
      const responder = world.responder({ declared: { ...declared, insightTypes: ["ApiCallRateInsight"] } });
      const event = envelopeOf("PutInsightSelectors", { trailName, insightSelectors: [] });
      await respond(event, responder);
      await respond(event, responder);
      const { InsightSelectors } = await world.attacker.send(new GetInsightSelectorsCommand({ TrailName: trailName }));
      assert.deepEqual(InsightSelectors, [{ InsightType: "ApiCallRateInsight" }]);
    });

    it("leaves Insights that nobody declared alone", async () => {
      const more = { TrailName: trailName, InsightSelectors: [{ InsightType: "ApiCallRateInsight" as const }] };
      await world.attacker.send(new PutInsightSelectorsCommand(more));
      const event = envelopeOf("PutInsightSelectors", { trailName, insightSelectors: [] });
      assert.deepEqual(await respond(event, world.responder()), { outcome: "already-as-declared" });
    });
  });

  describe("DeleteTrail", () => {
    it("creates the trail again with its settings, selectors and tags, logging", async () => {
      const before = await readTrail(world);
      await world.attacker.send(new DeleteTrailCommand({ Name: trailName }));
      await assert.rejects(readTrail(world), TrailNotFoundException);
      const responder = world.responder({ declared: { ...declared, advancedEventSelectors: [managementSelector] } });
      await respond(envelopeOf("DeleteTrail", { name: trailName }), responder);
      assert.deepEqual(await readTrail(world), before);
      assert.equal(await isLogging(world), true);
      const selectors = await world.attacker.send(new GetEventSelectorsCommand({ TrailName: trailName }));
      assert.deepEqual(selectors.AdvancedEventSelectors, [managementSelector]);
      const tags = await world.attacker.send(new ListTagsCommand({ ResourceIdList: [trailArn] }));
      assert.deepEqual(tags.ResourceTagList?.[0]?.TagsList, [{ Key: "owner", Value: "security" }]);
      assert.deepEqual(world.writes(), ["CreateTrailCommand", "StartLoggingCommand", "PutEventSelectorsCommand"]);
    });

    it("tells the team what could not be done, and rejects so that Lambda tries again", async () => {
      await world.attacker.send(new DeleteTrailCommand({ Name: trailName }));
      const lost = { ...declared, settings: { ...declared.settings, S3BucketName: "gone" } };
      const responder = world.responder({ declared: lost });
      await assert.rejects(respond(envelopeOf("DeleteTrail", { name: trailName }), responder), IncompleteResponseError);
      const [notice] = await world.messages();
      assert.equal(notice?.Subject, "CloudTrail trail main: DeleteTrail, NOT fully restored");
      assert.match(
        notice.Message,
        /^What could not be done:\n- look the trail up .*: S3BucketDoesNotExistException: /m,
      );
    });
  });

  describe("what it leaves alone", () => {
    it("an attempt that AWS refused: nothing has changed, and the alarms on unauthorised calls report it", async () => {
      await world.attacker.send(new StopLoggingCommand({ Name: trailName }));
      const refused = envelopeOf("StopLogging", { name: trailName }, { errorCode: "AccessDenied" });
      assert.deepEqual(await respond(refused, world.responder()), { outcome: "ignored", reason: "failed-attempt" });
      assert.deepEqual(world.calls, []);
      assert.deepEqual(await world.messages(), []);
    });

    it("another trail", async () => {
      const other = envelopeOf("StopLogging", { name: "other" });
      assert.deepEqual(await respond(other, world.responder()), { outcome: "ignored", reason: "other-trail" });
      assert.deepEqual(world.calls, []);
    });

    it("an event about something else", async () => {
      const started = envelopeOf("StartLogging", { name: trailName });
      assert.deepEqual(await respond(started, world.responder()), { outcome: "ignored", reason: "unrelated" });
      assert.deepEqual(world.calls, []);
    });

    it("an event it cannot read, which it rejects so that the dead-letter queue keeps it", async () => {
      const unreadable = envelopeOf("StopLogging", null);
      await assert.rejects(respond(unreadable, world.responder()), MalformedEventError);
      assert.deepEqual(world.calls, []);
    });
  });

  describe("delivery more than once, and failures", () => {
    it("changes nothing and tells nobody when the same event comes again", async () => {
      await world.attacker.send(new StopLoggingCommand({ Name: trailName }));
      const responder = world.responder();
      await respond(stopped(), responder);
      assert.deepEqual(await respond(stopped(), responder), { outcome: "already-as-declared" });
      assert.deepEqual(world.writes(), ["StartLoggingCommand"]);
      assert.deepEqual(await world.subjects(), ["CloudTrail trail main: StopLogging, restored"]);
    });

    it("tells again when the repeat had something to put back", async () => {
      const responder = world.responder();
      await respond(stopped(), responder);
      await world.attacker.send(new UpdateTrailCommand({ Name: trailName, IsMultiRegionTrail: false }));
      await respond(stopped(), responder);
      assert.deepEqual(await world.subjects(), [
        "CloudTrail trail main: StopLogging, already as declared",
        "CloudTrail trail main: StopLogging, restored",
      ]);
    });

    it("changes nothing but tells again when the event comes again to another process", async () => {
      await world.attacker.send(new StopLoggingCommand({ Name: trailName }));
      await respond(stopped(), world.responder());
      await respond(stopped(), world.responder());
      assert.deepEqual(world.writes(), ["StartLoggingCommand"]);
      assert.equal((await world.messages()).length, 2);
    });

    it("restores the trail although SNS is down, and rejects until the team has been told", async () => {
      await world.attacker.send(new StopLoggingCommand({ Name: trailName }));
      const silent = new SNSClient({ region, credentials, endpoint: "http://127.0.0.1:1", maxAttempts: 1 });
      const responder = world.responder();
      await assert.rejects(respond(stopped(), { ...responder, sns: silent }), IncompleteResponseError);
      assert.equal(await isLogging(world), true);
      assert.deepEqual(await respond(stopped(), responder), { outcome: "already-as-declared" });
      assert.deepEqual(await world.subjects(), ["CloudTrail trail main: StopLogging, already as declared"]);
    });

    it("does what it can when one step fails, tells, and tells again once a later attempt succeeds", async () => {
      await world.attacker.send(new UpdateTrailCommand({ Name: trailName, KmsKeyId: "" }));
      await world.attacker.send(new StopLoggingCommand({ Name: trailName }));
      const responder = world.responder();
      const hindered = { ...responder, cloudTrail: world.clientThatFails("UpdateTrailCommand") };
      await assert.rejects(respond(stopped(), hindered), IncompleteResponseError);
      await assert.rejects(respond(stopped(), hindered), IncompleteResponseError);
      assert.equal(await isLogging(world), true);
      await respond(stopped(), responder);
      assert.equal((await readTrail(world)).KmsKeyId, keyArn);
      assert.deepEqual(await world.subjects(), [
        "CloudTrail trail main: StopLogging, NOT fully restored",
        "CloudTrail trail main: StopLogging, restored",
      ]);
    });
  });

  it("runs as the bundle that Lambda is given", async () => {
    const directory = mkdtempSync(join(tmpdir(), "trail-responder-"));
    try {
      const bundle = bundleResponder(directory);
      await world.attacker.send(new StopLoggingCommand({ Name: trailName }));
      const lines = await invoke(bundle, stopped(), world);
      assert.deepEqual(
        lines.map(({ level, message, eventName, outcome }) => ({ level, message, eventName, outcome })),
        [
          { level: "WARN", message: "answered a call", eventName: "StopLogging", outcome: undefined },
          { level: undefined, message: undefined, eventName: undefined, outcome: "restored" },
        ],
      );
      assert.equal(await isLogging(world), true);
      assert.deepEqual(await world.subjects(), ["CloudTrail trail main: StopLogging, restored"]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

function stopped(): unknown {
  return envelopeOf("StopLogging", { name: trailName });
}

function updated(parameters: object): unknown {
  return envelopeOf("UpdateTrail", { name: trailName, ...parameters });
}

function narrowed(): unknown {
  return envelopeOf("PutEventSelectors", { trailName });
}

interface World {
  readonly moto: Moto;
  readonly attacker: CloudTrailClient;
  readonly topicArn: string;
  /** The CloudTrail calls the responders have made, in order. */
  readonly calls: readonly string[];
  readonly writes: () => readonly string[];
  readonly messages: () => Promise<readonly TopicMessage[]>;
  readonly subjects: () => Promise<readonly string[]>;
  /** A new process of the responder. */
  readonly responder: (changes?: Partial<Responder>) => Responder;
  readonly clientThatFails: (command: string) => CloudTrailClient;
}

async function createWorld(moto: Moto): Promise<World> {
  await moto.reset();
  const access = { region, credentials, endpoint: moto.endpoint };
  const attacker = new CloudTrailClient(access);
  const sns = new SNSClient(access);
  await createTrail(moto, attacker);
  const { topicArn, queue } = await createTopic(moto, sns);
  const calls: string[] = [];
  const recording = (): CloudTrailClient => recordingClient(new CloudTrailClient(access), calls);
  const messages = (): Promise<readonly TopicMessage[]> => takeTopicMessages(moto, region, queue);
  return {
    moto,
    attacker,
    topicArn,
    calls,
    writes: () => calls.filter((call) => !call.startsWith("Get")),
    messages,
    subjects: async () => (await messages()).map((message) => message.Subject),
    responder: (changes = {}) => {
      const told = new Set<string>();
      const log = (): void => undefined;
      return { declared, roleArn: responderRoleArn, topicArn, cloudTrail: recording(), sns, log, told, ...changes };
    },
    clientThatFails: (command) => failingClient(recording(), command),
  };
}

async function createTrail(moto: Moto, client: CloudTrailClient): Promise<void> {
  await createBucket(moto, "trail-logs");
  await createBucket(moto, "elsewhere");
  await client.send(new CreateTrailCommand({ Name: trailName, ...declared.settings, SnsTopicName: undefined }));
  await client.send(new StartLoggingCommand({ Name: trailName }));
}

async function createTopic(moto: Moto, sns: SNSClient): Promise<{ readonly topicArn: string; readonly queue: Queue }> {
  const { TopicArn: topicArn } = await sns.send(new CreateTopicCommand({ Name: "security" }));
  assert.ok(topicArn);
  const queue = await createQueue(moto, region, "security");
  await sns.send(new SubscribeCommand({ TopicArn: topicArn, Protocol: "sqs", Endpoint: queue.arn }));
  return { topicArn, queue };
}

function recordingClient(client: CloudTrailClient, calls: string[]): CloudTrailClient {
  client.middlewareStack.add(
    (next, context) => (request) => {
      calls.push(String(context["commandName"]));
      return next(request);
    },
    { step: "initialize" },
  );
  return client;
}

function failingClient(client: CloudTrailClient, command: string): CloudTrailClient {
  client.middlewareStack.add(
    (next, context) => async (request) => {
      if (context["commandName"] === command) throw new Error("access denied");
      return next(request);
    },
    { step: "initialize" },
  );
  return client;
}

async function readTrail(world: World): Promise<Trail> {
  const { Trail: trail } = await world.attacker.send(new GetTrailCommand({ Name: trailArn }));
  assert.ok(trail);
  return trail;
}

async function isLogging(world: World): Promise<boolean | undefined> {
  return (await world.attacker.send(new GetTrailStatusCommand({ Name: trailArn }))).IsLogging;
}

/** Runs the bundle in a process of its own, with nothing but the environment Lambda would give it. */
async function invoke(bundle: string, event: unknown, world: World): Promise<readonly Record<string, unknown>[]> {
  const script = `require(${JSON.stringify(bundle)}).handler(${JSON.stringify(event)})
    .then((answer) => console.log(JSON.stringify(answer)))`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", script], {
    env: {
      AWS_ENDPOINT_URL: world.moto.endpoint,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      [environmentNames.trail]: JSON.stringify(declared),
      [environmentNames.role]: responderRoleArn,
      [environmentNames.topic]: world.topicArn,
    },
  });
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
