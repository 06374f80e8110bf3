import policy from "../../../policies/alarms/no-dead-filter";
import { policyTest } from "../../support/policy-test";
import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { LogGroup } from "../../../lib/aws/logs/log-group";
import { declare, interpolate, unknown } from "../../support/program";
import { filter } from "./programs";

const group = declare(LogGroup, "trail");
const trail = declare(Trail, "main", {
  s3BucketName: "audit-logs",
  cloudWatchLogsGroupArn: interpolate`${group.arn}:*`,
});
const onTrail = (pattern: string) => [filter({ logGroupName: group.output("name"), pattern }), group, trail];
const everything = '{ ($.eventName != "A") || ($.eventName != "B") }';

export default policyTest(policy, {
  pass: [
    { name: "one name", given: filter() },
    { name: "alternatives", given: onTrail("{ $.eventName = StopLogging || $.eventName = DeleteTrail }") },
    { name: "an empty pattern on purpose", given: onTrail("") },
    { name: "a pattern of words", given: onTrail("StopLogging") },
    { name: "other log groups may have events of any shape", given: filter({ pattern: "{ $.level = * }" }) },
    { name: "everything but something", given: onTrail('{ $.eventName != "AssumeRole" }') },
  ],
  fail: [
    {
      name: "two names at once",
      given: onTrail("{ $.eventName = StopLogging && $.eventName = DeleteTrail }"),
      findings: [
        {
          id: "dead",
          at: "pattern",
          data: {
            what: "filter `tamper` never matches: no event satisfies `$.eventName = StopLogging && $.eventName = DeleteTrail`",
            fix: "Join alternatives with `||`; what `&&` joins must hold at once.",
          },
        },
      ],
    },
    {
      name: "two names at once, in any log group",
      given: filter({ pattern: "{ $.eventName = StopLogging && $.eventName = DeleteTrail }" }),
      findings: [{ id: "dead", at: "pattern" }],
    },
    {
      name: "an invalid pattern",
      given: filter({ pattern: "{ $.eventName == StopLogging }" }),
      findings: [{ id: "dead", at: "pattern" }],
    },
    { name: "everything", given: onTrail(everything), findings: [{ id: "dead", at: "pattern" }] },
  ],
  unknown: [{ name: "a pattern from elsewhere", given: filter({ pattern: unknown() }), at: "pattern" }],
  knownMisses: [
    {
      name: "a name that no API has",
      given: onTrail("{ $.eventName = StopLoggin }"),
      because: "the catalogue of events does not hold every call of every service",
    },
  ],
});
