import { type cfg } from "@pulumi/aws";
import { readJson } from "../../access/json";
import { isPropertyMap, ownProperty } from "../../core/properties";
import { type Read, known, unread } from "../../core/read";
import { resourceView } from "../view";

/** A rule of AWS Config. */
export const ConfigRule = resourceView<cfg.RuleArgs>()(["aws:cfg/rule:Rule"], (read) => {
  const source = read.object("source");
  return {
    /** The managed rule that it is; for others their function, or absent. */
    sourceIdentifier: source.kind === "known" ? source.value.text("sourceIdentifier") : source,
    /** Days, of `access-keys-rotated`; 90 unless set otherwise. */
    maxAccessKeyAge: ageIn(read.text("inputParameters")),
  };
});

function ageIn(parameters: Read<string>): Read<number> {
  if (parameters.kind === "absent") return known(90, parameters.place);
  if (parameters.kind === "unknown") return parameters;
  const tree = readJson(parameters.value).value;
  const age = isPropertyMap(tree) ? (ownProperty(tree, "maxAccessKeyAge") ?? 90) : undefined;
  const days = typeof age === "string" || typeof age === "number" ? Number(age) : NaN;
  return Number.isFinite(days) ? known(days, parameters.place) : unread(parameters.place, "malformed");
}
