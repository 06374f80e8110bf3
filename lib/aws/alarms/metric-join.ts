import { groupedBy, pushTo } from "../../core/grouping";
import { type Claim, claim } from "../../core/claim";
import { type Place, type Read, shown, valueOf } from "../../core/read";
import { type Resource, type Stack, oncePerStack } from "../../core/resource";
import { type Truth, truthOf } from "../../core/truth";
import { MetricAlarm, type MetricAlarmView } from "../cloudwatch/metric-alarm";
import { sameRegion } from "../location";
import { LogMetricFilter, type LogMetricFilterView, type MetricTransformation } from "../logs/metric-filter";
import { type Link, broken, holding, unproven } from "./link";
import { type MetricRead, metricReadsOf } from "./metric-reads";

/** An alarm that reads the metric of a filter, or seems to be meant to. */
export interface MetricReader {
  readonly alarm: MetricAlarmView;
  readonly read: MetricRead;
  /** From the filter to the alarm. `no`: a near miss, which names what differs. */
  readonly link: Link;
}

/**
 * The alarms that read the metric that `filter` publishes, those of which it is not known, and near misses. In the
 * order of the alarms' URNs; an alarm on something else is left out.
 */
export function alarmsReading(stack: Stack, filter: LogMetricFilterView): readonly MetricReader[] {
  return readersIn(stack).byFilter.get(filter.urn) ?? [];
}

/** The filters whose metric `alarm` reads, or may read as far as a preview knows, with the way it reads it. */
export function filtersReadBy(stack: Stack, alarm: MetricAlarmView): readonly FilterRead[] {
  return readersIn(stack).byAlarm.get(alarm.urn) ?? [];
}

export interface FilterRead {
  /** `unknown` where it is not known which metric it is. */
  readonly isRead: Claim;
  readonly filter: LogMetricFilterView;
  readonly read: MetricRead;
}

interface Readers {
  readonly byFilter: ReadonlyMap<string, readonly MetricReader[]>;
  readonly byAlarm: ReadonlyMap<string, readonly FilterRead[]>;
}

const readersIn = oncePerStack((stack): Readers => {
  const published = publishedIn(stack);
  const index = readsByName(stack);
  const byFilter = new Map<string, MetricReader[]>();
  const byAlarm = new Map<string, FilterRead[]>();
  for (const filter of LogMetricFilter.allIn(stack)) {
    const readers = candidates(index, filter).flatMap((each) => readerOf(filter, each, published) ?? []);
    byFilter.set(filter.urn, readers);
    for (const { alarm, read, link } of readers) {
      if (link.truth === "no") continue;
      const isRead = claim(link.truth, link.place);
      pushTo(byAlarm, alarm.urn, { filter, read, isRead });
    }
  }
  return { byFilter, byAlarm };
});

interface AlarmRead {
  readonly alarm: MetricAlarmView;
  readonly read: MetricRead;
}

/** What alarms read, by the metric's name and by its namespace in lower case; `""` for what is not known. */
interface ReadIndex {
  readonly byName: ReadonlyMap<string, readonly AlarmRead[]>;
  readonly byNamespace: ReadonlyMap<string, readonly AlarmRead[]>;
  readonly all: readonly AlarmRead[];
}

function readsByName(stack: Stack): ReadIndex {
  const all = MetricAlarm.allIn(stack).flatMap((alarm) => metricReadsOf(alarm).map((read) => ({ alarm, read })));
  return {
    byName: groupedBy(all, ({ read }) => keyOf(read.metricName)),
    byNamespace: groupedBy(all, ({ read }) => keyOf(read.namespace)),
    all,
  };
}

function keyOf(read: Read<string>): string {
  return valueOf(read)?.toLowerCase() ?? "";
}

function candidates(index: ReadIndex, { metricTransformation }: LogMetricFilterView): readonly AlarmRead[] {
  if (metricTransformation.kind !== "known") return metricTransformation.kind === "unknown" ? index.all : [];
  const { metricName, namespace } = metricTransformation.value;
  if (metricName.kind === "unknown" || namespace.kind === "unknown") return index.all;
  const found = [
    ...(index.byName.get(keyOf(metricName)) ?? []),
    ...(index.byName.get("") ?? []),
    ...(index.byNamespace.get(keyOf(namespace)) ?? []),
  ];
  return [...new Set(found)].sort((a, b) => (a.alarm.urn < b.alarm.urn ? -1 : 1));
}

/** The metrics that the stack's filters publish, as `namespace` and `name` in one text. */
function publishedIn(stack: Stack): ReadonlySet<string> {
  const metrics = LogMetricFilter.allIn(stack).flatMap(({ metricTransformation }) => {
    const metric = valueOf(metricTransformation);
    return metric ? [metricText(metric)] : [];
  });
  return new Set(metrics);
}

function metricText({ namespace, metricName }: Pick<MetricTransformation, "namespace" | "metricName">): string {
  return JSON.stringify([valueOf(namespace), valueOf(metricName)]);
}

/** One way in which what is read may differ from what is published. */
interface Agreement {
  readonly truth: Truth;
  readonly place: Place;
  /** What differs, in words that begin behind the alarm's name. */
  readonly difference: string;
  readonly fix: string;
}

function readerOf(
  filter: LogMetricFilterView,
  { alarm, read }: AlarmRead,
  published: ReadonlySet<string>,
): MetricReader | undefined {
  const { metricTransformation: metric } = filter;
  const hop = { from: filter.urn, to: alarm.urn, place: read.place };
  const named = `alarm \`${alarm.name}\``;
  if (metric.kind !== "known") {
    return { alarm, read, link: unproven(hop, `${named} may read a metric that is not known yet`) };
  }
  const agreements = agreementsOf(filter.resource, metric.value, alarm.resource, read);
  const different = agreements.filter(({ truth }) => truth === "no");
  const [first] = different;
  if (first) {
    if (!isNearMiss(metric.value, read, different.length, published)) return undefined;
    return { alarm, read, link: broken({ ...hop, place: first.place }, `${named} ${first.difference}`, first.fix) };
  }
  const open = agreements.find(({ truth }) => truth === "unknown");
  if (open)
    return {
      alarm,
      read,
      link: unproven({ ...hop, place: open.place }, `${named} may or may not: ${open.difference}`),
    };
  return { alarm, read, link: holding(hop, `${named} reads metric \`${shown(metric.value.metricName)}\``) };
}

/**
 * Whether an alarm that reads another metric is likely meant for this one: the metric's own name, whatever its case, or
 * its namespace where no filter publishes what the alarm reads.
 */
function isNearMiss(
  metric: MetricTransformation,
  read: MetricRead,
  differences: number,
  published: ReadonlySet<string>,
): boolean {
  if (published.has(metricText(read))) return sameMetric(metric, read);
  if (keyOf(metric.metricName) !== "" && keyOf(metric.metricName) === keyOf(read.metricName)) return true;
  return differences === 1;
}

function sameMetric(metric: MetricTransformation, read: MetricRead): boolean {
  return metricText(metric) === metricText(read);
}

/** Names are case-sensitive, and an alarm sees only samples of its own dimensions and, where it names one, unit. */
function agreementsOf(
  filter: Resource,
  metric: MetricTransformation,
  alarm: Resource,
  read: MetricRead,
): readonly Agreement[] {
  return [
    textAgreement("metric", metric.metricName, read.metricName),
    textAgreement("namespace", metric.namespace, read.namespace),
    dimensionAgreement(metric.dimensions, read.dimensions),
    unitAgreement(metric.unit, read.unit),
    regionAgreement(filter, alarm, read.place),
    accountAgreement(read),
  ];
}

function textAgreement(kind: "metric" | "namespace", published: Read<string>, read: Read<string>): Agreement {
  const difference = `reads ${kind} \`${shown(read)}\`, the filter publishes to \`${shown(published)}\``;
  const fix = `Let the alarm read ${kind} \`${shown(published)}\`.`;
  return { truth: sameText(published, read), place: read.place, difference, fix };
}

function sameText(a: Read<string>, b: Read<string>): Truth {
  if (a.kind === "unknown" || b.kind === "unknown") return "unknown";
  return truthOf(valueOf(a) === valueOf(b));
}

function dimensionAgreement(published: Read<ReadonlyMap<string, unknown>>, read: MetricRead["dimensions"]): Agreement {
  const names = [...(valueOf(published)?.keys() ?? [])];
  const wanted = [...(valueOf(read)?.keys() ?? [])];
  const place = read.place;
  const words = (list: readonly string[]) =>
    list.length === 0 ? "no dimensions" : `dimensions ${list.map((name) => `\`${name}\``).join(", ")}`;
  const difference = `reads samples with ${words(wanted)}, the filter publishes them with ${words(names)}`;
  const fix =
    names.length === 0
      ? "Leave `dimensions` out of the alarm."
      : "Leave `dimensions` out of the filter, or give the alarm the same ones.";
  return { truth: sameDimensions(published, read, names, wanted), place, difference, fix };
}

/** The values of a filter's dimensions come from each record, so that equal names prove nothing yet. */
function sameDimensions(
  published: Read<unknown>,
  read: Read<unknown>,
  names: readonly string[],
  wanted: readonly string[],
): Truth {
  if (published.kind === "unknown" || read.kind === "unknown") return "unknown";
  const same = names.length === wanted.length && names.every((name) => wanted.includes(name));
  if (!same) return "no";
  return names.length === 0 ? "yes" : "unknown";
}

function unitAgreement(published: Read<string>, read: Read<string>): Agreement {
  const difference = `reads samples in unit \`${shown(read)}\`, the filter publishes them in \`${shown(published)}\``;
  const truth = read.kind === "absent" ? "yes" : sameText(published, read);
  return { truth, place: read.place, difference, fix: "Leave `unit` out of the alarm." };
}

function regionAgreement(filter: Resource, alarm: Resource, place: Place): Agreement {
  const difference = "reads the metric in its own region, the filter publishes it in another";
  return { truth: sameRegion(filter, alarm), place, difference, fix: "Put alarm and filter in one region." };
}

function accountAgreement({ accountId, place }: MetricRead): Agreement {
  const difference = "reads the metric of the account that `accountId` names";
  const truth = accountId.kind === "absent" ? "yes" : "unknown";
  return { truth, place, difference, fix: "Leave `accountId` out." };
}
