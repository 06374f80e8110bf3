import { type ec2 } from "@pulumi/aws";
import { type Read, absent, withDefault } from "../../core/read";
import { type Reader } from "../reader";
import { resourceView } from "../view";

/** What messages call each type. */
const nouns: Readonly<Record<string, string>> = {
  "aws:ec2/instance:Instance": "instance",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": "spot instance request",
  "aws:ec2/launchTemplate:LaunchTemplate": "launch template",
  "aws:ec2/launchConfiguration:LaunchConfiguration": "launch configuration",
};

const takesTemplate: ReadonlySet<string> = new Set([
  "aws:ec2/instance:Instance",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
]);

/** An EC2 instance, or what instances are launched from. Defaults as of @pulumi/aws 7.48. */
export const Machine = resourceView<ec2.InstanceArgs>()(Object.keys(nouns), (read, resource) => {
  const metadata = read.object("metadataOptions");
  const options = metadata.kind === "known" ? metadata.value : undefined;
  const missing: Read<never> = metadata.kind === "known" ? absent(metadata.place) : metadata;
  return {
    noun: nouns[resource.type] ?? "instance",
    /** Given where an instance takes what it leaves out from a launch template; templates have none. */
    launchTemplate: takesTemplate.has(resource.type) ? read.value("launchTemplate") : absent(read.at("launchTemplate")),
    /** Whether the metadata service answers at all: `enabled` unless set otherwise. */
    metadataEndpoint: withDefault(options?.text("httpEndpoint") ?? missing, "enabled"),
    /** `optional` or `required`. Where absent, the image's or the account's default decides, else `optional`. */
    metadataTokens: options?.text("httpTokens") ?? missing,
    /** Network hops; AWS's default is 1. */
    metadataHopLimit: withDefault(options?.number("httpPutResponseHopLimit") ?? missing, 1),
    /** Name or ARN of the instance profile. */
    instanceProfile: profileOf(read),
    publicAddress: read.boolean("associatePublicIpAddress"),
    /** The id of the subnet. */
    subnet: read.text("subnetId"),
  };
});

/** Instances name their profile; launch templates have an object with its name or ARN. */
function profileOf(read: Reader<ec2.InstanceArgs>): Read<string> {
  const value = read.value("iamInstanceProfile");
  if (value.kind !== "known" || typeof value.value !== "object") return read.text("iamInstanceProfile");
  const profile = (read as Reader<ec2.LaunchTemplateArgs>).object("iamInstanceProfile");
  if (profile.kind !== "known") return profile;
  const arn = profile.value.text("arn");
  return arn.kind === "absent" ? profile.value.text("name") : arn;
}
