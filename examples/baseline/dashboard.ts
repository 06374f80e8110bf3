import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { namespace } from "./alarms";
import { type Context } from "./context";
import { detections } from "./detections";

/** The central view: the state of every alarm, what was detected in four weeks, and the latest calls in full. */
export function createDashboard(
  context: Context,
  alarms: readonly aws.cloudwatch.MetricAlarm[],
): aws.cloudwatch.Dashboard {
  const { name, region, logGroupName, parent } = context;
  const states = widget(0, 5, { title: "Alarms", alarms: pulumi.all(alarms.map(({ arn }) => arn)) }, "alarm");
  const metrics = detections.map(({ id, title }) => [namespace, id, { label: title }]);
  const detected = {
    title: "Detections",
    region,
    stat: "Sum",
    period: 3600,
    view: "timeSeries",
    stacked: true,
    metrics,
  };
  const query = `SOURCE '${logGroupName}' | fields eventTime, eventName, userIdentity.arn, awsRegion, sourceIPAddress, errorCode | filter readOnly = 0 | sort @timestamp desc | limit 50`;
  const latest = { title: "Latest changes: who, when, what, where, which", region, query, view: "table" };
  const widgets = [states, widget(5, 8, detected, "metric"), widget(13, 8, latest, "log")];
  const dashboardBody = pulumi.jsonStringify({ start: "-P28D", widgets });
  return new aws.cloudwatch.Dashboard(name, { dashboardName: name, dashboardBody }, parent);
}

function widget(y: number, height: number, properties: object, type: "alarm" | "metric" | "log"): object {
  return { type, x: 0, y, width: 24, height, properties };
}
