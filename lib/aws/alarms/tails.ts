import { shown, valueOf } from "../../core/read";
import { type Stack } from "../../core/resource";
import { type Settings } from "../../core/settings";
import { type EventRuleView } from "../events/event-rule";
import { type LogMetricFilterView } from "../logs/metric-filter";
import { routesOfAlarm } from "./actions";
import { arithmeticLink } from "./alarm-arithmetic";
import { type Link, type Route, behind, broken } from "./link";
import { alarmsReading } from "./metric-join";
import { type Path } from "./way";
import { routesOfRule } from "./rule";

/** The ways from a filter that matches to whoever hears of it. At least one; a broken one where no alarm reads its metric. */
export function filterTails(stack: Stack, settings: Settings, filter: LogMetricFilterView): readonly Path[] {
  const routes = alarmsReading(stack, filter).flatMap(({ alarm, read, link }) =>
    behind(link, () => behind(arithmeticLink(alarm, read, filter), () => routesOfAlarm(stack, settings, alarm))),
  );
  return routes.length > 0 ? routes.map(pathOf) : [[unread(filter)]];
}

/** The ways from a rule that matches to whoever hears of it; none where it only hands on to another bus of the stack. */
export function ruleTails(stack: Stack, settings: Settings, rule: EventRuleView): readonly Path[] {
  return routesOfRule(stack, settings, rule).map(pathOf);
}

function pathOf({ links }: Route): Path {
  return links;
}

function unread({ name, urn, place, metricTransformation }: LogMetricFilterView): Link {
  const metric = valueOf(metricTransformation);
  const named = metric ? ` \`${shown(metric.namespace)}\` \`${shown(metric.metricName)}\`` : "";
  const fix = "Declare a metric alarm with the namespace and name of the filter's metric.";
  return broken({ from: urn, to: "", place }, `no alarm reads the metric${named} of filter \`${name}\``, fix);
}
