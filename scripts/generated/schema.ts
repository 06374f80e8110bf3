import { format } from "prettier";
import { z } from "zod";
import { Report } from "../../lib/engine/report";

/** The JSON Schema of the report file, for `docs/report.schema.json`. */
export function reportSchema(): Promise<string> {
  const schema = z.toJSONSchema(Report, { io: "output" });
  return format(JSON.stringify({ title: "The report of a trailguard run", ...schema }), {
    parser: "json",
    printWidth: 120,
  });
}
