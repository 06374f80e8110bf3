import assert from "node:assert/strict";
import { explain } from "../../../lib/aws/alarms/explain";
import { type Verdict } from "../../../lib/aws/alarms/verdict";
import { detections } from "../../../lib/aws/facts/detections/detections";
import { type Declared, declareType, interpolate } from "../../support/program";
import { type Judgement, decidingEvent, inWords, judge } from "./judge";
import { type Changes, allow, ruledBy, trailParts, watchedBy, without } from "./programs";

interface Case extends Judgement {
  readonly what: string;
  readonly program: readonly Declared[];
  readonly detection?: string;
  readonly verdict: Verdict;
  /** What the deciding hop says, or part of it. */
  readonly says?: string;
}

function facts(id: string) {
  const found = detections.find((each) => each.id === id);
  assert.ok(found);
  return found;
}
const logPath = (changes: Changes, id = "trail-tampering") => watchedBy(facts(id).suggestedFilterPattern, changes);
const busPath = (changes: Changes, id = "trail-tampering") =>
  ruledBy(JSON.stringify(facts(id).suggestedEventPattern), changes);
const noGroup = { cloudWatchLogsGroupArn: null, cloudWatchLogsRoleArn: null };

const centralGroup = "arn:aws:logs:us-east-1:123456789012:log-group:central-trail:*";
const trailOnly = (trail: Readonly<Record<string, unknown>>) => trailParts({ trail });

/** The trail of a region of its own, with all its parts there. */
function inRegion(region: string, program: readonly Declared[]): readonly Declared[] {
  for (const each of program) Object.assign(each.options, { region });
  return program;
}

const recording: readonly Case[] = [
  {
    what: "a trail that does not log",
    program: logPath({ trail: { enableLogging: false } }),
    verdict: "silent",
    says: "is switched off",
  },
  {
    what: "selectors for data events alone",
    program: logPath({
      trail: {
        eventSelectors: [
          { includeManagementEvents: false, dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }] },
        ],
      },
    }),
    verdict: "silent",
    says: "does not record `StopLogging`",
  },
  {
    what: "selectors for reads alone",
    program: logPath({ trail: { eventSelectors: [{ readWriteType: "ReadOnly" }] } }),
    verdict: "silent",
  },
  {
    what: "selectors for writes alone",
    program: logPath({ trail: { eventSelectors: [{ readWriteType: "WriteOnly" }] } }),
    verdict: "rings",
  },
  {
    what: "selectors that leave KMS out, for keys",
    program: logPath(
      { trail: { eventSelectors: [{ excludeManagementEventSources: ["kms.amazonaws.com"] }] } },
      "kms-key-changes",
    ),
    detection: "kms-key-changes",
    verdict: "silent",
    says: "kms.amazonaws.com",
  },
  {
    what: "selectors that leave KMS out, for the trail",
    program: logPath({ trail: { eventSelectors: [{ excludeManagementEventSources: ["kms.amazonaws.com"] }] } }),
    verdict: "rings",
  },
  {
    what: "a trail of one region, for calls beside it",
    program: logPath({ trail: { isMultiRegionTrail: false } }),
    verdict: "rings",
  },
  {
    what: "a trail of us-east-1, for IAM",
    program: logPath({ trail: { isMultiRegionTrail: false } }, "iam-policy-changes"),
    detection: "iam-policy-changes",
    verdict: "rings",
  },
  {
    what: "a trail of another region, for IAM",
    program: inRegion("eu-central-1", logPath({ trail: { isMultiRegionTrail: false } }, "iam-policy-changes")),
    detection: "iam-policy-changes",
    verdict: "silent",
    says: "which is recorded in us-east-1",
  },
  {
    what: "a trail of one region, for the sign-in of IAM users",
    program: logPath({ trail: { isMultiRegionTrail: false } }, "console-sign-in-failures"),
    detection: "console-sign-in-failures",
    verdict: "unproven",
  },
  {
    what: "a trail of all regions, for the sign-in of IAM users",
    program: logPath({}, "console-sign-in-failures"),
    detection: "console-sign-in-failures",
    verdict: "rings",
  },
  {
    what: "a trail of one region without global services, for IAM",
    program: logPath({ trail: { isMultiRegionTrail: false, includeGlobalServiceEvents: false } }, "iam-policy-changes"),
    detection: "iam-policy-changes",
    verdict: "silent",
    says: "leaves out global services",
  },
];

const delivery: readonly Case[] = [
  { what: "no log group", program: logPath({ trail: noGroup }), verdict: "silent", says: "delivers to no log group" },
  {
    what: "no role",
    program: logPath({ trail: { cloudWatchLogsRoleArn: null } }),
    verdict: "silent",
    says: "has no role",
  },
  {
    what: "a role for another service",
    program: logPath({ role: { assumeRolePolicy: allow("ec2.amazonaws.com", "sts:AssumeRole") } }),
    verdict: "silent",
    says: "a trust policy under which",
  },
  {
    what: "a role that may write to another group",
    program: logPath({
      rolePolicy: {
        policy: {
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: "logs:*", Resource: "arn:aws:logs:us-east-1:123456789012:log-group:other:*" },
          ],
        },
      },
    }),
    verdict: "silent",
    says: "may not write to the log group",
  },
  {
    what: "a role that may write to the group's streams",
    program: logPath({
      rolePolicy: {
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
              Resource:
                "arn:aws:logs:us-east-1:123456789012:log-group:trail-logs:log-stream:123456789012_CloudTrail_us-east-1*",
            },
          ],
        },
      },
    }),
    verdict: "rings",
  },
  {
    what: "an organization's trail whose role may write to the streams of an organization",
    program: logPath({
      trail: { isOrganizationTrail: true },
      rolePolicy: {
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "logs:*",
              Resource: [
                "arn:aws:logs:us-east-1:123456789012:log-group:trail-logs:log-stream:123456789012_CloudTrail_us-east-1*",
                "arn:aws:logs:us-east-1:123456789012:log-group:trail-logs:log-stream:o-realrealid_*",
              ],
            },
          ],
        },
      },
    }),
    verdict: "unproven",
    says: "depends on the organization's id",
  },
  {
    what: "a role without a policy",
    program: without(logPath({}), "RolePolicy"),
    verdict: "silent",
    says: "no policy allows",
  },
  {
    what: "a group of infrequent access",
    program: logPath({ group: { logGroupClass: "INFREQUENT_ACCESS" } }),
    verdict: "unproven",
    says: "is not documented",
  },
  {
    what: "a group outside the stack",
    program: trailOnly({ cloudWatchLogsGroupArn: centralGroup }),
    verdict: "unproven",
    says: "externalLogGroups",
  },
  {
    what: "a group outside the stack that the settings name",
    program: trailOnly({ cloudWatchLogsGroupArn: centralGroup }),
    settings: { externalLogGroups: ["central-*"] },
    verdict: "rings",
  },
  {
    what: "a filter of this stack on a group outside it that the settings name",
    program: logPath({ trail: { cloudWatchLogsGroupArn: centralGroup }, filter: { logGroupName: "central-trail" } }),
    settings: { externalLogGroups: ["central-trail"] },
    verdict: "rings",
  },
  {
    what: "a filter on another group",
    program: logPath({ filter: { logGroupName: "application" } }),
    verdict: "silent",
    says: "no metric filter matches",
  },
  {
    what: "a filter that reads transformed records",
    program: logPath({ filter: { applyOnTransformedLogs: true } }),
    verdict: "unproven",
    says: "transformed",
  },
  {
    what: "records that are handed on to somebody who cannot be seen",
    program: [
      ...trailParts(),
      declareType("aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", "siem", {
        logGroup: "trail-logs",
        filterPattern: "",
        destinationArn: "arn:aws:kinesis:us-east-1:123456789012:stream/siem",
      }),
    ],
    verdict: "unproven",
    says: "cannot be seen",
  },
];

const bus: readonly Case[] = [
  { what: "a rule and no log group", program: busPath({ trail: noGroup }), verdict: "rings" },
  {
    what: "a rule that is switched off",
    program: busPath({ rule: { state: "DISABLED" } }),
    verdict: "silent",
    says: "is disabled",
  },
  {
    what: "a rule in us-east-1 beside a trail at home elsewhere",
    program: [...inRegion("eu-central-1", trailParts()), ...busPath({}).slice(4)],
    verdict: "silent",
    says: "arrives on the bus of another region",
  },
  {
    what: "a rule in us-east-1 for the root user, beside a trail at home elsewhere",
    program: [...inRegion("eu-central-1", trailParts()), ...busPath({}, "root-use").slice(4)],
    detection: "root-use",
    verdict: "rings",
  },
  {
    what: "a rule for the sign-in of IAM users, which a cookie sends about",
    program: busPath({}, "console-sign-in-failures"),
    detection: "console-sign-in-failures",
    verdict: "unproven",
  },
  {
    what: "a rule with the spelling that the sign-in events do not have",
    program: ruledBy(JSON.stringify({ "detail-type": ["AWS Console Signin via CloudTrail"] })),
    detection: "root-use",
    verdict: "silent",
  },
  { what: "a pattern that AWS refuses", program: ruledBy('{"source":"aws.cloudtrail"}'), verdict: "silent" },
  {
    what: "a rule on a bus of its own",
    program: [
      ...busPath({ rule: { eventBusName: "own" }, target: { eventBusName: "own" } }),
      declareType("aws:cloudwatch/eventBus:EventBus", "own", { name: "own" }),
    ],
    verdict: "silent",
  },
];

const outside: readonly Case[] = [
  {
    what: "a rule, and a trail outside the stack that the settings name",
    program: without(busPath({}), "Trail", "LogGroup", "Role", "RolePolicy"),
    settings: { externalTrails: ["arn:aws:cloudtrail:*:*:trail/org"] },
    verdict: "rings",
  },
  {
    what: "a filter on a group that the settings name, and a trail outside the stack",
    program: without(logPath({ filter: { logGroupName: "central-trail" } }), "Trail", "LogGroup", "Role", "RolePolicy"),
    settings: { externalTrails: ["arn:aws:cloudtrail:*:*:trail/org"], externalLogGroups: ["central-trail"] },
    verdict: "rings",
  },
  {
    what: "a filter on a group that the settings do not name",
    program: without(logPath({ filter: { logGroupName: "central-trail" } }), "Trail", "LogGroup", "Role", "RolePolicy"),
    settings: { externalTrails: ["arn:aws:cloudtrail:*:*:trail/org"] },
    verdict: "unproven",
    says: "externalLogGroups",
  },
];

for (const [title, cases] of Object.entries({ recording, delivery, bus, outside })) {
  describe(`alarm paths: ${title}`, () => {
    for (const { what, program, detection = "trail-tampering", verdict, says, ...given } of cases) {
      it(`${verdict}: ${what}`, () => {
        const found = judge(program, detection, given);
        assert.equal(found.verdict, verdict, inWords(found));
        if (says !== undefined) assert.ok(decidingEvent(found).decisive?.what.includes(says), inWords(found));
        const preview = judge(program, detection, { ...given, shape: "preview" });
        assert.ok(["unproven", verdict].includes(preview.verdict), inWords(preview));
      });
    }
  });
}

describe("alarm paths: in words", () => {
  it("name every hop up to the broken one", () => {
    const [first] = judge(logPath({ alarm: { statistic: "Average" } }), "trail-tampering").mustRing;
    assert.ok(first);
    assert.equal(
      explain(first),
      "`StopLogging` would go unnoticed: trail `main` -> log group `trail-logs` -> filter `watch` matches -> alarm `watch` never fires: Average of 1 and default 0 stays below threshold 1. Use statistic `Sum`.",
    );
  });

  it("a stack without a trail is not asked", () => {
    assert.throws(() => judge(without(logPath({}), "Trail"), "trail-tampering"), /no verdict/);
  });

  it("a stack beside a trail outside is asked only about what it watches", () => {
    const settings = { externalTrails: ["arn:aws:cloudtrail:*:*:trail/org"] };
    const program = without(busPath({}), "Trail", "LogGroup", "Role", "RolePolicy");
    assert.throws(() => judge(program, "vpc-changes", { settings }), /no verdict/);
  });

  it("a first preview proves a path whose documents it can read", () => {
    const group = trailParts()[0];
    assert.ok(group);
    const unread = logPath({
      rolePolicy: {
        policy: {
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: "logs:*", Resource: interpolate`${group.arn}:*` }],
        },
      },
    });
    assert.equal(judge(logPath({}), "trail-tampering", { shape: "preview" }).verdict, "rings");
    assert.equal(judge(unread, "trail-tampering", { shape: "preview" }).verdict, "unproven");
    assert.equal(judge(unread, "trail-tampering").verdict, "rings");
  });
});
