import assert from "node:assert/strict";
import { detections } from "../../../lib/aws/facts/detections/detections";
import { type Verdict } from "../../../lib/aws/alarms/verdict";
import { type Declared, declareType } from "../../support/program";
import { inWords, judge } from "./judge";
import { type Mutation, changes, removals } from "./mutations";
import { allow, ruledBy, watchedBy, without } from "./programs";

const detection = "trail-tampering";
const facts = detections.find(({ id }) => id === detection);
assert.ok(facts);

const accountMayUse = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::123456789012:root" },
  Action: "kms:*",
  Resource: "*",
};

function key(name: string, service: string): Declared {
  const actions = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"];
  const use = { Effect: "Allow", Principal: { Service: service }, Action: actions, Resource: "*" };
  return declareType("aws:kms/key:Key", name, {
    isEnabled: true,
    policy: { Version: "2012-10-17", Statement: [accountMayUse, use] },
  });
}

const topicKey = key("topic-key", "cloudwatch.amazonaws.com");
const groupKey = key("group-key", "logs.us-east-1.amazonaws.com");
const publish = allow("cloudwatch.amazonaws.com", "sns:Publish", { Resource: "*" });

/** Programs in which every hop is written out, so that there is something to break. */
const ringing: Readonly<Record<string, readonly Declared[]>> = {
  "log path": [
    ...watchedBy(facts.suggestedFilterPattern, {
      trail: { enableLogging: true, includeGlobalServiceEvents: true },
      group: { kmsKeyId: groupKey.arn },
      topic: { kmsMasterKeyId: topicKey.arn },
      topicPolicy: { policy: publish },
      alarm: { actionsEnabled: true },
    }),
    topicKey,
    groupKey,
  ],
  "bus path": without(
    ruledBy(JSON.stringify(facts.suggestedEventPattern), {
      trail: { enableLogging: true, cloudWatchLogsGroupArn: null, cloudWatchLogsRoleArn: null },
      rule: { state: "ENABLED" },
    }),
    ...["LogGroup", "Role", "RolePolicy"],
  ),
};

/** Changes that break nothing, as `<path>: <place> <kind>`. Whatever is not in here must break the path. */
const harmless: readonly RegExp[] = [
  // references follow a name
  / name (removed|altered|unknown)$/,
  // the default says the same
  /: (Trail main enableLogging|Key [a-z-]+ isEnabled|MetricAlarm watch actionsEnabled|EventRule watch state) removed/,
  // what the path does not go by: the bucket, the length of a period, whom the mail goes to
  /: Trail main s3BucketName/,
  /: MetricAlarm watch period (altered|removed|unknown)/,
  /: TopicSubscription security endpoint (altered|removed|unknown)/,
  // a call beside the trail is in the trail's own region
  /: Trail main (isMultiRegionTrail|includeGlobalServiceEvents)/,
  // no key, no question
  /: (LogGroup trail-logs kmsKeyId|Topic security kmsMasterKeyId) removed/,
  // what is missing between events is no datapoint, and one of several is enough
  /: MetricAlarm watch (treatMissingData (removed|unknown)|evaluationPeriods altered)/,
  // without a default value nothing is published between events
  /: LogMetricFilter watch metricTransformation.defaultValue removed/,
  // without a policy of its own a topic lets the account's alarms in, though no rule
  /^log path: TopicPolicy security (removed|arn|policy removed)/,
  // the account's own rights on a key, which no service goes by, and what topics do not ask of it
  /: Key [a-z-]+ policy.Statement\[0\]/,
  /: Key topic-key policy.Statement\[1\].Action\[0\]/,
  // documents that AWS refuses when they are deployed, which everybody notices
  /[pP]olicy.Version (altered|removed)/,
  /[pP]olicy.Statement\[[01]\].Resource removed/,
];

function isHarmless(path: string, { place, kind }: Mutation): boolean {
  return harmless.some((pattern) => pattern.test(`${path}: ${place} ${kind}`));
}

function verdictOf(program: readonly Declared[], shape: "preview" | "deployed" = "deployed"): Verdict {
  return judge(program, detection, { shape }).verdict;
}

for (const [name, program] of Object.entries(ringing)) {
  describe(`the ${name} of a program that rings`, function () {
    this.timeout(60_000);
    // without the trail nobody asks
    const previewOf = ({ kind }: Mutation) => (kind === "unknown" ? "preview" : "deployed");
    const mutations = [...removals(program), ...changes(program)].filter(({ place }) => place !== "Trail main");

    it("rings, in a first preview as well", () => {
      for (const shape of ["preview", "deployed"] as const) {
        const found = judge(program, detection, { shape });
        assert.equal(found.verdict, "rings", inWords(found));
      }
    });

    it("rings in whatever order its resources come", () => {
      for (const shape of ["preview", "deployed"] as const) {
        assert.equal(verdictOf([...program].reverse(), shape), "rings");
        assert.equal(verdictOf([...program.slice(4), ...program.slice(0, 4)], shape), "rings");
      }
    });

    it("rings no more where any one thing is broken", () => {
      const survivors = mutations
        .filter((each) => !isHarmless(name, each) && verdictOf(each.program, previewOf(each)) === "rings")
        .map(({ place, kind }) => `${place} ${kind}`);
      assert.deepEqual(survivors, []);
    });

    it("rings with one thing unknown only where that thing does not matter", () => {
      const unknowns = mutations.filter(({ kind }) => kind === "unknown");
      for (const each of unknowns.filter((unknown) => verdictOf(unknown.program, "preview") === "rings")) {
        for (const other of mutations.filter(({ place }) => place === each.place))
          assert.equal(verdictOf(other.program), "rings", `${other.place} ${other.kind}`);
      }
    });

    it("is judged in a first preview as after the deployment, or left open", () => {
      for (const each of mutations) {
        const [preview, deployed] = [verdictOf(each.program, "preview"), verdictOf(each.program)];
        assert.ok(
          preview === "unproven" || preview === deployed,
          `${each.place} ${each.kind}: ${preview}, then ${deployed}`,
        );
      }
    });
  });
}
