import { type Stack } from "../../core/resource";
import { all } from "../../core/truth";
import { type MetricAlarmView } from "../cloudwatch/metric-alarm";
import { answerOf } from "./alarm-arithmetic";
import { isDead } from "./arithmetic";
import { type Link, broken, holding, unproven } from "./link";
import { type FilterRead, filtersReadBy } from "./metric-join";

/**
 * Whether an alarm on the metric of one of the stack's filters can ring at all, however many events there are, and stop
 * by itself. Of several filters that publish the metric one suffices. `undefined` for an alarm on anything else.
 */
export function alarmDeathLink(stack: Stack, alarm: MetricAlarmView): Link | undefined {
  const reads = filtersReadBy(stack, alarm);
  const certain = reads.filter(({ isRead }) => isRead.truth === "yes");
  if (certain.length === 0) return possibleDeathLink(alarm, reads);
  const answers = certain.map(({ filter, read }) => answerOf(alarm, read, filter));
  const [first] = answers;
  if (!first) return undefined;
  const hop = { from: alarm.urn, to: alarm.urn, place: first.place };
  const what = `alarm \`${alarm.name}\` ${first.reason}`;
  switch (all(answers.map(isDead))) {
    case "yes":
      return broken(hop, what, first.fix ?? "");
    case "no":
      return holding(hop, what);
    case "unknown":
      return unproven(hop, what);
  }
}

/** An alarm of which it is not known what it reads may be dead where it would be on some filter's metric. */
function possibleDeathLink(alarm: MetricAlarmView, reads: readonly FilterRead[]): Link | undefined {
  const dead = reads.find(({ filter, read }) => isDead(answerOf(alarm, read, filter)) !== "no");
  const place = dead?.isRead.places[0];
  if (!place) return undefined;
  return unproven({ from: alarm.urn, to: alarm.urn, place }, `what alarm \`${alarm.name}\` reads is not known yet`);
}
