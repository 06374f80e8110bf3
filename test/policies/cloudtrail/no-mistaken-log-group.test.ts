import { Trail } from "../../../lib/aws/cloudtrail/trail";
import { LogGroup } from "../../../lib/aws/logs/log-group";
import policy from "../../../policies/cloudtrail/no-mistaken-log-group";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, external, interpolate, unknown } from "../../support/program";

const account = "123456789012";
const arnOf = (name: string, of = account) => `arn:aws:logs:us-east-1:${of}:log-group:${name}:*`;
const group = declare(LogGroup, "trail", { name: "/aws/cloudtrail/audit" });
const unnamed = declare(LogGroup, "trail");
const distant = declare(LogGroup, "distant", { name: "trail" }, { region: "eu-west-1" });
const nearby = declare(LogGroup, "nearby", { name: "trail" });
const foreign = declare(LogGroup, "foreign", {}, { account: "999988887777" });
const audit = declareType("app:index:Audit", "audit");
const trail = (args: object, options = {}) => declare(Trail, "main", { s3BucketName: "logs", ...args }, options);
const delivering = (cloudWatchLogsGroupArn: unknown, args: object = {}) => trail({ cloudWatchLogsGroupArn, ...args });
const at = "cloudWatchLogsGroupArn";

export default policyTest(policy, {
  pass: [
    {
      name: "a group of the stack",
      given: [delivering(interpolate`${group.arn}:*`), group],
    },
    {
      name: "a group of the stack by its ARN, in a component",
      only: "deployed",
      given: [trail({ cloudWatchLogsGroupArn: arnOf("trail") }, { parent: audit }), nearby, audit],
    },
    { name: "no group", given: [trail({}), group] },
    {
      name: "a group outside the stack beside one of quite another name",
      only: "deployed",
      given: [delivering(arnOf("central-trail")), group],
    },
    {
      name: "a group outside the stack whose name differs in a digit: both may exist",
      only: "deployed",
      given: [
        delivering(arnOf("/aws/cloudtrail/audit2")),
        declare(LogGroup, "first", { name: "/aws/cloudtrail/audit1" }),
      ],
    },
    {
      name: "a group outside the stack that the settings vouch for, whatever its name",
      only: "deployed",
      settings: { externalLogGroups: ["/aws/cloudtrail/AUDIT"] },
      given: [delivering(arnOf("/aws/cloudtrail/AUDIT")), group],
    },
    {
      name: "groups of one name in two regions: the one of the ARN's",
      only: "deployed",
      given: [delivering(arnOf("trail")), distant, nearby],
    },
  ],
  fail: [
    {
      name: "a group of the stack in another region",
      given: [delivering(interpolate`${distant.arn}:*`), distant],
      only: "preview",
      findings: [{ id: "otherRegion", at, data: { trail: "main", group: "distant" } }],
    },
    {
      name: "a group of another account",
      only: "deployed",
      given: [delivering(interpolate`${foreign.arn}:*`), foreign],
      findings: [{ id: "otherAccount", at, data: { trail: "main", group: "foreign" } }],
    },
    {
      name: "a group of another account outside the stack",
      only: "deployed",
      given: delivering(arnOf("central", "999988887777")),
      findings: [{ id: "otherAccount", at, data: { trail: "main", group: "central" } }],
    },
    {
      name: "a name that differs in upper and lower case alone",
      only: "deployed",
      given: [delivering(arnOf("/aws/CloudTrail/audit")), group],
      findings: [
        {
          id: "mistaken",
          at,
          data: { trail: "main", group: "/aws/CloudTrail/audit", instead: "/aws/cloudtrail/audit" },
        },
      ],
    },
    {
      name: "a name without its first slash",
      only: "deployed",
      given: [delivering(arnOf("aws/cloudtrail/audit")), group],
      findings: [
        {
          id: "mistaken",
          at,
          data: { trail: "main", group: "aws/cloudtrail/audit", instead: "/aws/cloudtrail/audit" },
        },
      ],
    },
    {
      name: "the logical name of a group that Pulumi names",
      only: "deployed",
      given: [delivering(arnOf("trail")), unnamed],
      findings: [{ id: "mistaken", at, data: { trail: "main", group: "trail", instead: "trail-4963f1b" } }],
    },
  ],
  unknown: [
    { name: "a group not known yet", given: delivering(unknown()), at, id: "mistaken" },
    {
      name: "a group of another stack: in which account it is",
      only: "preview",
      given: delivering(external(arnOf("trail"))),
      at,
      id: "otherAccount",
    },
    {
      name: "a group of another provider, before anything is deployed: in which account",
      only: "preview",
      given: [delivering(interpolate`${foreign.arn}:*`), foreign],
      at,
      id: "otherAccount",
    },
    {
      name: "a group of another account, for an organization's trail: a delegated administrator may declare it",
      given: [delivering(arnOf("central", "999988887777"), { isOrganizationTrail: true })],
      at,
      id: "otherAccount",
    },
  ],
  silentWhenUnknown: {
    "Trail.name": "where nothing else tells in which account the trail is, its log group does",
  },
});
