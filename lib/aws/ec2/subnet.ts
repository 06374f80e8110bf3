import { type ec2 } from "@pulumi/aws";
import { withDefault } from "../../core/read";
import { resourceView } from "../view";

/** A subnet of a VPC. Defaults as of @pulumi/aws 7.48. */
export const Subnet = resourceView<ec2.SubnetArgs>()(
  ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"],
  (read, resource) => ({
    /** Whether instances get a public address unless they say otherwise: not in subnets but the default ones. */
    mapsPublicAddress: withDefault(read.boolean("mapPublicIpOnLaunch"), resource.type.endsWith("DefaultSubnet")),
  }),
);
