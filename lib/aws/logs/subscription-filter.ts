import { type cloudwatch } from "@pulumi/aws";
import { type Claim, claim, whether } from "../../core/claim";
import { type Read, absent, mapRead, valueOf, withDefault, withoutEmpty } from "../../core/read";
import { type Resource, type Stack, oncePerStack } from "../../core/resource";
import { type Truth, truthOf } from "../../core/truth";
import { parseArn } from "../arn";
import { accountOf } from "../location";
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
    destinationAccount: accountIn(read.text("destinationArn")),
  }),
);

export type SubscriptionView = ReturnType<typeof LogSubscriptionFilter.view>;

function accountIn(arn: Read<string>): Read<string> {
  const account = mapRead(arn, (text) => parseArn(text)?.account ?? "");
  return account.kind === "known" && !/^\d{12}$/.test(account.value) ? absent(arn.place) : account;
}

/**
 * Whether a subscription stays in the account or goes to one of `trusted`. A destination that comes from the same
 * stack stays in the account; where nothing in the stack tells which account that is, another one may be it.
 */
export function staysWithin(stack: Stack, filter: SubscriptionView, trusted: readonly string[]): Claim {
  const { destinationAccount: account, destinationArn: arn, resource } = filter;
  if (comesFromStack(resource)) return claim("yes", arn.place);
  return whether(account, (id) => (trusted.includes(id) ? "yes" : isOwn(stack, resource, id)), "unknown");
}

function comesFromStack({ propertyDependencies }: Resource): boolean {
  return Object.hasOwn(propertyDependencies, "destinationArn") && propertyDependencies["destinationArn"]?.length !== 0;
}

function isOwn(stack: Stack, { provider }: Resource, account: string): Truth {
  const own = accountsOfProviders(stack).get(provider?.urn ?? "");
  return own === undefined ? "unknown" : truthOf(own === account);
}

/** The account of each provider, as the ARN of a resource that it has deployed tells. */
const accountsOfProviders = oncePerStack((stack): ReadonlyMap<string, string> => {
  const accounts = new Map<string, string>();
  for (const resource of stack.resources) {
    const account = valueOf(accountOf(resource));
    if (account !== undefined && /^\d{12}$/.test(account)) accounts.set(resource.provider?.urn ?? "", account);
  }
  return accounts;
});
