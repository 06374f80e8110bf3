import { type accessanalyzer } from "@pulumi/aws";
import { withDefault } from "../../core/read";
import { resourceView } from "../view";

/** An analyzer of IAM Access Analyzer. Defaults as of @pulumi/aws 7.48. */
export const Analyzer = resourceView<accessanalyzer.AnalyzerState>()(
  ["aws:accessanalyzer/analyzer:Analyzer"],
  (read) => ({
    /** `ACCOUNT` and `ORGANIZATION` look for access from outside; others for unused or internal access. */
    analyzerType: withDefault(read.text("type"), "ACCOUNT"),
    tags: read.textMap("tags"),
  }),
);
