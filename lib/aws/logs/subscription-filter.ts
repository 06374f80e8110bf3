import { type cloudwatch } from "@pulumi/aws";
import { type Claim, claim, whether } from "../../core/claim";
import { type Read, absent, known, withDefault, withoutEmpty } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { accountIn, isOwnAccount } from "../accounts";
import { resourceView } from "../view";

/** A subscription that streams the events of a log group to somewhere else. */
export const LogSubscriptionFilter = resourceView<cloudwatch.LogSubscriptionFilterArgs>()(
  ["aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter"],
  (read) => ({
    logGroupName: read.text("logGroup"),
    /** In the language of CloudWatch Logs; an empty one takes everything. */
    pattern: withDefault(read.text("filterPattern"), ""),
    applyOnTransformedLogs: withDefault(read.boolean("applyOnTransformedLogs"), false),
    destinationArn: read.text("destinationArn"),
    /** The role through which streams are written to. */
    roleArn: withoutEmpty(read.text("roleArn")),
    /** The account that the destination is in; absent where its ARN names none. */
    destinationAccount: accountOf(read.text("destinationArn")),
  }),
);

export type SubscriptionView = ReturnType<typeof LogSubscriptionFilter.view>;

function accountOf(arn: Read<string>): Read<string> {
  if (arn.kind !== "known") return arn;
  const account = accountIn(arn.value);
  return account === undefined ? absent(arn.place) : known(account, arn.place);
}

/**
 * Whether a subscription stays in the account or goes to one of `trusted`. A destination that comes from the same
 * stack stays in the account; where nothing in the stack tells which account that is, another one may be it.
 */
export function staysWithin(stack: Stack, filter: SubscriptionView, trusted: readonly string[]): Claim {
  const { destinationAccount: account, destinationArn: arn, resource } = filter;
  if (comesFromStack(resource)) return claim("yes", arn.place);
  return whether(account, (id) => (trusted.includes(id) ? "yes" : isOwnAccount(stack, resource, id)), "unknown");
}

function comesFromStack({ propertyDependencies }: Resource): boolean {
  return Object.hasOwn(propertyDependencies, "destinationArn") && propertyDependencies["destinationArn"]?.length !== 0;
}
