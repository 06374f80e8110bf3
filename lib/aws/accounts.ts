import { type PropertyValue, isUnknown, ownProperty } from "../core/properties";
import { type ProviderResource, type Resource, type Stack, oncePerStack } from "../core/resource";
import { type Truth, truthOf } from "../core/truth";
import { parseArn } from "./arn";

const accountPattern = /^\d{12}$/;

/** The account that an ARN or a bare account id names; `undefined` for `aws`, `cloudfront` and anything else. */
export function accountIn(text: string): string | undefined {
  if (accountPattern.test(text)) return text;
  const account = parseArn(text)?.account;
  return account !== undefined && accountPattern.test(account) ? account : undefined;
}

/**
 * Whether `account` is the one that a resource of the stack is, or will be, in. Told by the ARNs of what its provider
 * has deployed, by the log groups of its trails, and by the provider's own settings; `unknown` while neither says so, as in a first preview.
 */
export function isOwnAccount(stack: Stack, { provider }: Resource, account: string): Truth {
  const accounts = accountsByProvider(stack).get(provider?.urn ?? "");
  if (accounts === undefined || accounts.size === 0) return "unknown";
  return truthOf(accounts.has(account));
}

/** The account that a resource is, or will be, in; `undefined` where nothing says so, or several are possible. */
export function accountOfResource(stack: Stack, resource: Resource): string | undefined {
  const own = arnAccount(resource);
  if (own !== undefined) return own;
  const [only, ...others] = accountsByProvider(stack).get(resource.provider?.urn ?? "") ?? [];
  return others.length === 0 ? only : undefined;
}

/**
 * The account that a trail says it is in by the ARN of its log group: CloudTrail delivers to groups of the trail's own account
 * only. An organization's trail may be in another account than who declares it.
 */
function accountOfTrail({ type, properties }: Resource): string | undefined {
  const group = ownProperty(properties, "cloudWatchLogsGroupArn");
  const isOrganizations = ownProperty(properties, "isOrganizationTrail") ?? false;
  const isTold = type === "aws:cloudtrail/trail:Trail" && typeof group === "string" && isOrganizations === false;
  return isTold ? accountIn(group) : undefined;
}

/** The accounts in which each provider works, by its URN. */
const accountsByProvider = oncePerStack((stack): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const resource of stack.resources) {
    const key = resource.provider?.urn ?? "";
    const accounts = found.get(key) ?? new Set(resource.provider ? accountsOfProvider(resource.provider) : []);
    found.set(key, accounts);
    const account = arnAccount(resource) ?? accountOfTrail(resource);
    if (account !== undefined) accounts.add(account);
  }
  return found;
});

function arnAccount({ properties }: Resource): string | undefined {
  const arn = ownProperty(properties, "arn");
  return typeof arn === "string" ? accountIn(arn) : undefined;
}

/** From `assumeRoles` and `allowedAccountIds`, which Pulumi hands on as JSON texts. */
function accountsOfProvider({ properties }: ProviderResource): readonly string[] {
  const roles = textOf(ownProperty(properties, "assumeRoles")) + textOf(ownProperty(properties, "assumeRole"));
  const assumed = [.../arn:[a-z-]+:iam::(\d{12}):role\//g[Symbol.matchAll](roles)].flatMap(([, id]) => id ?? []);
  if (assumed.length > 0) return assumed.slice(-1);
  const allowed = textOf(ownProperty(properties, "allowedAccountIds")).match(/\b\d{12}\b/g) ?? [];
  return allowed.length === 1 ? allowed : [];
}

/** No provider's settings are longer than this by honest means. */
const longestSetting = 10_000;

function textOf(value: PropertyValue | undefined): string {
  if (value === undefined || value === null || isUnknown(value)) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.slice(0, longestSetting);
}

/**
 * Accounts of Elastic Load Balancing, which deliver access logs in older regions of the partitions aws, aws-us-gov and aws-cn
 * (Elastic Load Balancing user guide, "Enable access logs", and the CDK's region facts 2.269, read 2026-11).
 */
const loadBalancingAccounts: ReadonlySet<string> = new Set(
  (
    "127311923021 033677994240 027434742980 797873946194 098369216593 985666609251 054676820928 156460612806 " +
    "652711504416 635631232127 009996457667 897822967062 754344448648 582318560864 600734575887 383597477331 " +
    "114774131450 783225319266 589379963580 718504428378 076674570225 507241528517 048591011584 190560391635 " +
    "638102146993 037604701340"
  ).split(" "),
);

/** Whether an account is one of AWS's own, from before services had principals. */
export function isAwsAccount(account: string): boolean {
  return loadBalancingAccounts.has(account);
}
