import assert from "node:assert/strict";
import { detections } from "../../../lib/aws/facts/detections/detections";
import { type Declared, declareType } from "../../support/program";
import { type Changes, allow, ruledBy, watchedBy, without } from "./programs";
import { decidingEvent, inWords, judge } from "./judge";

/** Alarms that did not ring in somebody's account, as programs: before, and after what they did about it. */
interface Incident {
  readonly what: string;
  readonly url: string;
  readonly detection: string;
  readonly before: readonly Declared[];
  readonly after: readonly Declared[];
  /** Where AWS's documents leave it open whether the alarm was silent; else it is. */
  readonly verdict?: "unproven";
  /** The logical name of the resource to change, and its property. */
  readonly at: readonly [string, string];
}

const alarms = "cloudwatch.amazonaws.com";
const rules = "events.amazonaws.com";

function facts(id: string) {
  const found = detections.find((each) => each.id === id);
  assert.ok(found);
  return found;
}
const filterFor = (id: string) => facts(id).suggestedFilterPattern;
const ruleFor = (id: string) => JSON.stringify(facts(id).suggestedEventPattern);
const publish = (service: string) => ({ policy: allow(service, "sns:Publish", { Resource: "*" }) });

const accountMayUse = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::123456789012:root" },
  Action: "kms:*",
  Resource: "*",
};

/** A key that the account may use, and the services. */
function keyFor(...services: readonly string[]): Declared {
  const use = {
    Effect: "Allow",
    Principal: { Service: services },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
  };
  const Statement = services.length === 0 ? [accountMayUse] : [accountMayUse, use];
  return declareType("aws:kms/key:Key", "topics", { policy: { Version: "2012-10-17", Statement } });
}

function encrypted(
  program: (changes: Changes) => readonly Declared[],
  changes: Changes,
  ...services: readonly string[]
): readonly Declared[] {
  const key = keyFor(...services);
  return [...program({ ...changes, topic: { kmsMasterKeyId: key.arn } }), key];
}

const watchTrail = (changes: Changes) => watchedBy(filterFor("trail-tampering"), changes);
const ruleTrail = (changes: Changes) => ruledBy(ruleFor("trail-tampering"), changes);
const refused = '(($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*"))';

const incidents: readonly Incident[] = [
  {
    what: "a remediation that asked for 240 of 240 datapoints, on a topic and a key that let no alarm in",
    url: "https://github.com/aws-solutions/automated-security-response-on-aws/issues/43",
    detection: "trail-tampering",
    before: encrypted(watchTrail, {
      alarm: { evaluationPeriods: 240, datapointsToAlarm: 240 },
      topicPolicy: publish("sns.amazonaws.com"),
    }),
    after: encrypted(watchTrail, { topicPolicy: publish(alarms) }, alarms),
    at: ["watch", "datapointsToAlarm"],
  },
  {
    what: "a clause that is false where the field is absent",
    url: "https://github.com/DataBiosphere/azul/issues/5884",
    detection: "unauthorized-calls",
    before: watchedBy(`{ ${refused} && ($.userIdentity.invokedBy != "config.amazonaws.com") }`),
    after: watchedBy(
      `{ ${refused} && (($.userIdentity.invokedBy NOT EXISTS) || ($.userIdentity.invokedBy != "config.amazonaws.com")) }`,
    ),
    at: ["trail-logs", ""],
  },
  {
    what: "an average of ones that never exceeds one",
    url: "https://github.com/DataBiosphere/azul/issues/6220",
    detection: "trail-tampering",
    before: watchTrail({ alarm: { statistic: "Average", threshold: 10 } }),
    after: watchTrail({ alarm: { statistic: "Sum" } }),
    at: ["watch", "statistic"],
  },
  {
    what: "a rule whose topic has the default policy",
    url: "https://github.com/DataBiosphere/azul/issues/5612",
    detection: "trail-tampering",
    before: without(ruleTrail({}), "TopicPolicy"),
    after: ruleTrail({}),
    at: ["security", ""],
  },
  {
    what: "a topic policy for rules that replaced the default one, and shut the alarms out",
    url: "https://github.com/DataBiosphere/azul/pull/5651",
    detection: "trail-tampering",
    before: watchTrail({ topicPolicy: publish(rules) }),
    after: watchTrail({ topicPolicy: { policy: allow(alarms, "sns:Publish", { Resource: "*" }) } }),
    at: ["security", "policy"],
  },
  {
    what: "more than one event asked for, where each is one too many",
    url: "https://github.com/aws-quickstart/quickstart-compliance-cis-benchmark/issues/7",
    detection: "root-use",
    before: watchedBy(filterFor("root-use"), { alarm: { comparisonOperator: "GreaterThanThreshold" } }),
    after: watchedBy(filterFor("root-use")),
    at: ["watch", "comparisonOperator"],
  },
  {
    what: "an alarm with the namespace written out, a filter with it as a parameter",
    url: "https://github.com/virtualjj/cis-aws-benchmark-section-3-monitoring-remediate/issues/5",
    detection: "trail-tampering",
    before: watchTrail({ alarm: { namespace: "CISBenchmark" } }),
    after: watchTrail({}),
    at: ["watch", "namespace"],
  },
  {
    what: "a filter for a message about keys instead of for the calls that remove them",
    url: "https://github.com/cloudposse/terraform-aws-cloudtrail-cloudwatch-alarms/issues/9",
    detection: "kms-key-changes",
    before: watchedBy('{ ($.eventSource = kms.amazonaws.com) && ($.errorMessage = "* is pending deletion.") }'),
    after: watchedBy(
      "{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }",
    ),
    at: ["trail-logs", ""],
  },
  {
    what: "a topic policy for alarms where a rule publishes, and a key for neither",
    url: "https://github.com/cloudposse/terraform-aws-security-hub/pull/20",
    detection: "trail-tampering",
    before: encrypted(ruleTrail, { topicPolicy: publish(alarms) }),
    after: encrypted(ruleTrail, { topicPolicy: publish(rules) }, rules),
    at: ["security", "policy"],
  },
  {
    what: "an encrypted topic whose key and policy both leave EventBridge out",
    url: "https://github.com/aws-samples/aws-secure-environment-accelerator/pull/1132",
    detection: "trail-tampering",
    before: encrypted(ruleTrail, { topicPolicy: publish(alarms) }, alarms),
    after: encrypted(ruleTrail, { topicPolicy: publish(rules) }, alarms, rules),
    at: ["security", "policy"],
  },
  {
    what: "a topic policy by the organization of the caller, which services do not have",
    url: "https://github.com/PRX/Infrastructure/issues/335",
    detection: "trail-tampering",
    before: watchTrail({
      topicPolicy: {
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: "*",
              Action: "sns:Publish",
              Resource: "*",
              Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
            },
          ],
        },
      },
    }),
    after: watchTrail({
      topicPolicy: {
        policy: allow(alarms, "sns:Publish", {
          Resource: "*",
          Condition: { ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:*:123456789012:alarm:*" } },
        }),
      },
    }),
    at: ["security", "policy"],
  },
  {
    what: "a topic policy without the service that publishes",
    url: "https://github.com/ministryofjustice/modernisation-platform/pull/8056",
    detection: "trail-tampering",
    before: ruleTrail({ topicPolicy: publish("health.amazonaws.com") }),
    after: ruleTrail({ topicPolicy: { policy: allow(rules, "sns:Publish", { Resource: "*" }) } }),
    at: ["security", "policy"],
  },
  {
    what: "a topic encrypted because a scanner asked for it, with a key that lets no alarm in",
    url: "https://carim.ar/posts/sns-encryption-chatbot",
    detection: "trail-tampering",
    before: encrypted(watchTrail, {}),
    after: encrypted(watchTrail, {}, alarms),
    at: ["topics", "policy"],
  },
  {
    what: "a topic encrypted with the key that AWS manages",
    url: "https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns",
    detection: "trail-tampering",
    before: watchTrail({ topic: { kmsMasterKeyId: "alias/aws/sns" } }),
    after: encrypted(watchTrail, {}, alarms),
    at: ["security", "kmsMasterKeyId"],
  },
  {
    what: "a default policy rewritten for a key that not every service sends",
    url: "https://github.com/terraform-aws-modules/terraform-aws-sns/issues/62",
    detection: "trail-tampering",
    before: ruleTrail({
      topicPolicy: {
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { Service: rules },
              Action: "sns:Publish",
              Resource: "*",
              Condition: { StringEquals: { "AWS:SourceAccount": "123456789012" } },
            },
          ],
        },
      },
    }),
    after: ruleTrail({}),
    verdict: "unproven",
    at: ["security", "policy"],
  },
  {
    what: "an alarm without a namespace and without evaluation periods",
    url: "https://github.com/cisagov/crossfeed/blob/master/infrastructure/alarms.tf",
    detection: "trail-tampering",
    before: watchTrail({ alarm: { evaluationPeriods: 0, namespace: null } }),
    after: watchTrail({}),
    at: ["watch", "namespace"],
  },
];

describe("alarms that did not ring", () => {
  for (const { what, url, detection, before, after, verdict = "silent", at } of incidents) {
    it(`${what} (${url})`, () => {
      const found = judge(before, detection);
      assert.equal(found.verdict, verdict, inWords(found));
      const place = decidingEvent(found).decisive?.place;
      assert.deepEqual([place?.urn.split("::").at(-1), place?.path], at, inWords(found));
      const mended = judge(after, detection);
      assert.equal(mended.verdict, "rings", inWords(mended));
    });
    it(`${what}: a first preview says the same, or that it cannot tell`, () => {
      for (const program of [before, after]) {
        const preview = judge(program, detection, { shape: "preview" });
        const { verdict: deployed } = judge(program, detection);
        assert.ok(["unproven", deployed].includes(preview.verdict), inWords(preview));
      }
    });
  }
});
