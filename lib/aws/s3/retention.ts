import { type Claim, atLeast, claim, every, negate, some, whether } from "../../core/claim";
import { shown, valueOf } from "../../core/read";
import { type Truth, truthOf } from "../../core/truth";
import { type LifecycleRule } from "./configuration";
import { type TrailBucket } from "./trail-buckets";

/** A lifecycle rule with what it does to log files. */
export interface ForgettingRule {
  readonly rule: string;
  /** For messages: after how many days log files go. */
  readonly days: string;
  /** Whether the rule leaves log files alone for long enough. */
  readonly keeps: Claim;
}

/** The rules by which objects of the trail's bucket go. A rule without an expiration by age deletes no log file. */
export function forgettingRules(bucket: TrailBucket, minimumDays: number): readonly ForgettingRule[] {
  const { lifecycle } = bucket;
  if (lifecycle.kind === "absent") return [];
  if (lifecycle.kind === "unknown") return [{ rule: "", days: "", keeps: claim("unknown", lifecycle.place) }];
  return lifecycle.value
    .filter(({ expirationDays }) => expirationDays.kind !== "absent")
    .map((rule) => ({
      rule: rule.name,
      days: shown(rule.expirationDays),
      keeps: some(
        atLeast(rule.expirationDays, minimumDays),
        negate(every(rule.enabled, concernsLogFiles(rule, bucket))),
      ),
    }));
}

/** CloudTrail gives its log files no tags. */
function concernsLogFiles({ prefix, wantsTags }: LifecycleRule, bucket: TrailBucket): Claim {
  return every(
    negate(wantsTags),
    whether(prefix, (text) => mayBeginLogFile(text, bucket), "yes"),
  );
}

function mayBeginLogFile(prefix: string, { trails }: TrailBucket): Truth {
  const answers = trails.map(({ s3KeyPrefix }): Truth => {
    if (s3KeyPrefix.kind === "unknown") return prefix === "" ? "yes" : "unknown";
    const folder = [valueOf(s3KeyPrefix), "AWSLogs", ""].filter((part) => part !== undefined).join("/");
    return truthOf(
      folder.startsWith(prefix) || (prefix.startsWith(folder) && isTrailFolder(prefix.slice(folder.length))),
    );
  });
  if (answers.includes("yes")) return "yes";
  return answers.includes("unknown") ? "unknown" : "no";
}

/** Below `AWSLogs/` come an organization, an account and then `CloudTrail`, `CloudTrail-Digest` or `CloudTrail-Insight`. */
function isTrailFolder(rest: string): boolean {
  const service = rest.split("/").find((part) => !/^(?:o-[a-z0-9]*|o|\d{0,12})$/.test(part));
  return service === undefined || service.startsWith("CloudTrail") || "CloudTrail".startsWith(service);
}
