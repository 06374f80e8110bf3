import { type ec2 } from "@pulumi/aws";
import { resourceView } from "../view";

/** What an account's new instances do where nothing else is said, in one region. */
export const InstanceMetadataDefaults = resourceView<ec2.InstanceMetadataDefaultsArgs>()(
  ["aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults"],
  (read) => ({
    /** `required`, `optional` or `no-preference`; absent leaves it to the image. */
    httpTokens: read.text("httpTokens"),
    httpPutResponseHopLimit: read.number("httpPutResponseHopLimit"),
  }),
);
