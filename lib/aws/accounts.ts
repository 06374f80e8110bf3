import { groupedBy } from "../core/grouping";
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
 * Whether `account` is the one that a resource of the stack is, or will be, in. Told by the provider's own settings, by the
 * log groups of its trails, and by the ARNs of what it has deployed; `unknown` while none says so, as in a first preview.
 */
export function isOwnAccount(stack: Stack, resource: Resource, account: string): Truth {
  const own = arnAccount(resource);
  if (own !== undefined) return truthOf(own === account);
  const { certain, seen } = accountsByProvider(stack).get(resource.provider?.urn ?? "") ?? nothingSeen;
  if (certain.has(account) || seen.has(account)) return "yes";
  return certain.size === 0 ? "unknown" : "no";
}

/** The account that a resource is, or will be, in; `undefined` where nothing says so, or several are possible. */
export function accountOfResource(stack: Stack, resource: Resource): string | undefined {
  const own = arnAccount(resource);
  if (own !== undefined) return own;
  const { certain } = accountsByProvider(stack).get(resource.provider?.urn ?? "") ?? nothingSeen;
  const [only, ...others] = certain;
  return others.length === 0 ? only : undefined;
}

/** The accounts that a provider may work in. */
interface ProviderAccounts {
  readonly certain: ReadonlySet<string>;
  /** In ARNs of resources that may also have been read from another account. */
  readonly seen: ReadonlySet<string>;
}

const nothingSeen: ProviderAccounts = { certain: new Set(), seen: new Set() };

/** The accounts of each provider, by its URN. */
const accountsByProvider = oncePerStack((stack): ReadonlyMap<string, ProviderAccounts> => {
  const byProvider = groupedBy(stack.resources, ({ provider }) => provider?.urn ?? "");
  return new Map([...byProvider].map(([urn, resources]) => [urn, accountsSeenIn(resources)]));
});

function accountsSeenIn(resources: readonly Resource[]): ProviderAccounts {
  const provider = resources[0]?.provider;
  const told = resources.flatMap((resource) => accountOfTrail(resource) ?? accountOfOwn(resource) ?? []);
  return {
    certain: new Set([...(provider ? accountsOfProvider(provider) : []), ...told]),
    seen: new Set(resources.flatMap((resource) => arnAccount(resource) ?? [])),
  };
}

/** Services whose resources are not read from another account, as topics, keys, secrets and shared subnets are. */
const neverShared: ReadonlySet<string> = new Set(["cloudwatch", "events", "iam", "lambda", "logs"]);

function accountOfOwn(resource: Resource): string | undefined {
  const arn = ownProperty(resource.properties, "arn");
  const service = typeof arn === "string" ? parseArn(arn)?.service : undefined;
  return service !== undefined && neverShared.has(service) ? arnAccount(resource) : undefined;
}

/**
 * The account that a trail says it is in, by its own ARN or that of its log group: CloudTrail delivers to groups of the
 * trail's own account only. An organization's trail may be in another account than who declares it.
 */
function accountOfTrail(resource: Resource): string | undefined {
  const { type, properties } = resource;
  const isOrganizations = ownProperty(properties, "isOrganizationTrail") ?? false;
  if (type !== "aws:cloudtrail/trail:Trail" || isOrganizations !== false) return undefined;
  const group = ownProperty(properties, "cloudWatchLogsGroupArn");
  return arnAccount(resource) ?? (typeof group === "string" ? accountIn(group) : undefined);
}

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
