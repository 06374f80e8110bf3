import { format } from "prettier";
import * as z from "zod";
import { AlarmVerdicts } from "../../lib/aws/alarms/report";
import { PrincipalsReport } from "../../lib/aws/iam/report";
import { Report } from "../../lib/engine/report";

/** The JSON Schema of the report file, for `docs/report.schema.json`. */
export function reportSchema(): Promise<string> {
  const whole = Report.extend({ alarms: AlarmVerdicts.optional(), principals: PrincipalsReport.optional() });
  const schema = z.toJSONSchema(whole, { io: "output" });
  return format(JSON.stringify({ title: "The report of a trailguard run", ...schema }), {
    parser: "json",
    printWidth: 120,
  });
}
