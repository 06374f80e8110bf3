import { requestContext, undeterminedKey } from "../../access/context";
import { evaluate } from "../../access/evaluate";
import { type KnownText, serviceAssumes } from "../../access/service-requests";
import { type Claim, claim } from "../../core/claim";
import { isUnknown, unknownValue } from "../../core/properties";
import { valueOf } from "../../core/read";
import { type Stack } from "../../core/resource";
import { type Truth, all } from "../../core/truth";
import { accountOfResource } from "../accounts";
import { textOf } from "../alarms/grants";
import { withoutStreams } from "../arn";
import { type TrailView } from "../cloudtrail/trail";
import { type Principal, principalAt } from "../iam/principals";
import { type Role } from "../iam/role";
import { regionOf } from "../location";
import { LogGroup } from "../logs/log-group";
import { referenceOf } from "../references";
import { arnIn } from "./arns";
import { groupArnIn } from "./log-group";
import { type Verdict, verdictOf } from "./verdict";
import { written } from "./trail";

type RoleView = ReturnType<typeof Role.view>;

/** Whether CloudTrail may assume the role through which a trail writes to its log group. */
export function trustVerdict(stack: Stack, trail: TrailView, role: RoleView): Verdict {
  return verdictOf({
    stack,
    asker: trail.resource,
    policy: role.assumeRolePolicy,
    needs: (account) => [
      {
        request: serviceAssumes({
          service: "cloudtrail.amazonaws.com",
          role: arnIn(role.resource, account),
          source: arnIn(trail.resource, account),
          account,
        }),
        statement: {
          Effect: "Allow",
          Principal: { Service: "cloudtrail.amazonaws.com" },
          Action: "sts:AssumeRole",
        },
      },
    ],
  });
}

/** Whether the role may do all that CloudTrail does through it. */
export interface WriteVerdict {
  readonly claim: Claim;
  readonly actions: string;
  readonly why: string;
  readonly statement: string;
}

/** What CloudTrail does with a log group. Source: CloudTrail user guide, "Role policy document for CloudTrail to use CloudWatch Logs". */
const streamActions = ["logs:CreateLogStream", "logs:PutLogEvents"];

const anyContext = requestContext({}, undeterminedKey);

/** Whether the role may make and write the streams of the trail's log group that CloudTrail writes to. */
export function writeVerdict(stack: Stack, trail: TrailView, role: RoleView): WriteVerdict {
  const streams = streamsOf(stack, trail);
  const principal = principalAt(stack, role.resource);
  const place = { urn: role.urn, path: "" };
  const answers = streamActions.map((action) => ({ action, ...mayCall(stack, role, principal, action, streams) }));
  const lost = answers.filter(({ truth }) => truth === "no");
  const truth = all(answers.map((each) => each.truth));
  return {
    claim: claim(truth, place),
    actions: lost.map(({ action }) => `\`${action}\``).join(" and "),
    why: lost[0]?.why ?? "",
    statement: JSON.stringify({
      Effect: "Allow",
      Action: streamActions,
      Resource: written(streams.pattern, "log group ARN"),
    }),
  };
}

function mayCall(
  stack: Stack,
  role: RoleView,
  principal: Principal | undefined,
  action: string,
  { stream }: Streams,
): { readonly truth: Truth; readonly why: string } {
  if (!principal || principal.boundary.kind === "external" || principal.boundary.kind === "unknown")
    return { truth: "unknown", why: "" };
  const request = {
    principal: {
      kind: "aws",
      arn: textOf(role.resource, "arn"),
      account: accountOfResource(stack, role.resource) ?? unknownValue,
    },
    action,
    resource: stream,
    context: anyContext,
  } as const;
  const { boundary } = principal;
  const limits = boundary.kind === "document" ? { boundary: boundary.document } : {};
  const { decision, why } = evaluate(request, { identity: principal.documents, ...limits });
  return { truth: decision === "no" && principal.complete !== "yes" ? "unknown" : decision, why };
}

/** The stream that CloudTrail writes to, and the pattern of all such streams. */
interface Streams {
  readonly stream: KnownText;
  readonly pattern: KnownText;
}

/** CloudTrail calls its streams `<account>_CloudTrail_<region>`, with the organization before it for trails of one. */
function streamsOf(stack: Stack, trail: TrailView): Streams {
  const account = accountOfResource(stack, trail.resource);
  const region = valueOf(regionOf(trail.resource));
  const group = groupOf(stack, trail, account);
  if (isUnknown(group)) return { stream: unknownValue, pattern: unknownValue };
  const pattern = `${group}:log-stream:*`;
  const isOwn = trail.isOrganizationTrail.kind === "known" && !trail.isOrganizationTrail.value;
  if (account === undefined || region === undefined || !isOwn) return { stream: unknownValue, pattern };
  return {
    stream: `${group}:log-stream:${account}_CloudTrail_${region}`,
    pattern: `${group}:log-stream:${account}_CloudTrail_${region}*`,
  };
}

function groupOf(stack: Stack, trail: TrailView, account: string | undefined): KnownText {
  const given = trail.cloudWatchLogsGroupArn;
  if (given.kind === "known") return withoutStreams(given.value);
  const reference = referenceOf(stack, trail.resource, given, LogGroup.types);
  if (reference.kind !== "resource" || account === undefined) return unknownValue;
  return groupArnIn(reference.resource, account);
}
