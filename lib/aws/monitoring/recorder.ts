import { type cfg } from "@pulumi/aws";
import { type Claim, claim, isTrue, every, whether } from "../../core/claim";
import { withDefault } from "../../core/read";
import { type Reader } from "../reader";
import { referring } from "../references";
import { resourceView } from "../view";

/** A configuration recorder of AWS Config. Defaults as of @pulumi/aws 7.48. */
export const Recorder = resourceView<cfg.RecorderArgs>()(["aws:cfg/recorder:Recorder"], (read) => ({
  roleArn: read.text("roleArn"),
  recordsAllTypes: recordsAllTypes(read),
  recordsGlobalTypes: recordsGlobalTypes(read),
}));

/** All types that Config supports unless the program picks some or leaves some out. */
function recordsAllTypes(read: Reader<cfg.RecorderArgs>): Claim {
  const group = read.object("recordingGroup");
  if (group.kind !== "known") return claim(group.kind === "absent" ? "yes" : "unknown", group.place);
  const strategy = group.value.object("recordingStrategies");
  const useOnly = strategy.kind === "known" ? strategy.value.text("useOnly") : strategy;
  const allSupported = isTrue(withDefault(group.value.boolean("allSupported"), true));
  if (useOnly.kind === "unknown") return claim("unknown", useOnly.place);
  const isPartial = useOnly.kind === "known" && useOnly.value !== "ALL_SUPPORTED_RESOURCE_TYPES";
  return isPartial ? claim("no", useOnly.place) : allSupported;
}

/** Users, groups, roles and policies are of no region, and are left out unless the program says so. */
function recordsGlobalTypes(read: Reader<cfg.RecorderArgs>): Claim {
  const group = read.object("recordingGroup");
  if (group.kind !== "known") return claim(group.kind === "absent" ? "no" : "unknown", group.place);
  return every(recordsAllTypes(read), isTrue(withDefault(group.value.boolean("includeGlobalResourceTypes"), false)));
}

/** Whether a recorder runs: a recorder by itself records nothing. */
export const RecorderStatus = resourceView<cfg.RecorderStatusArgs>()(
  ["aws:cfg/recorderStatus:RecorderStatus"],
  (read) => ({
    /** The recorder's name. */
    recorderName: read.text("name"),
    isEnabled: isTrue(read.boolean("isEnabled")),
  }),
);

/** The recorders that statuses are about. */
export const statusesOfRecorders = referring(RecorderStatus.types, "name", Recorder.types);

/** What brings the records of several accounts or regions together. */
export const ConfigurationAggregator = resourceView<cfg.ConfigurationAggregatorArgs>()(
  ["aws:cfg/configurationAggregator:ConfigurationAggregator"],
  (read) => {
    const accounts = read.object("accountAggregationSource");
    const organization = read.object("organizationAggregationSource");
    const source = organization.kind === "absent" ? accounts : organization;
    return {
      coversAllRegions:
        source.kind === "known"
          ? isTrue(withDefault(source.value.boolean("allRegions"), false))
          : claim("unknown", source.place),
    };
  },
);

/** The role that AWS makes for Config, with exactly the rights it needs. */
export function isServiceLinkedRole(read: ReturnType<typeof Recorder.view>["roleArn"]): Claim {
  return whether(read, (arn) => arn.includes(":role/aws-service-role/config.amazonaws.com/"), "yes");
}
