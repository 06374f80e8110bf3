import type { PropertyMap } from "../../../core/properties";
import { type Detection, detectionByName } from "./detection";
import { apiCall, type CatalogueEvent } from "./event";

const vpcId = "vpc-0a1b2c3d4e5f67890";
const groupId = "sg-0a1b2c3d4e5f67890";
const networkAclId = "acl-0a1b2c3d4e5f67890";
const internetGatewayId = "igw-0a1b2c3d4e5f67890";
const routeTableId = "rtb-0a1b2c3d4e5f67890";
const subnetId = "subnet-0a1b2c3d4e5f67890";
const peering = { vpcPeeringConnectionId: "pcx-0a1b2c3d4e5f67890" };
const everywhere = "0.0.0.0/0";

/** EC2 answers a change with a request id and `_return`. */
function change(eventName: string, parameters: PropertyMap): CatalogueEvent {
  return apiCall("ec2", eventName, {
    parameters: () => parameters,
    response: () => ({ requestId: "c0ffee00-1234-4abc-8def-0123456789ab", _return: true }),
  });
}

function read(eventName: string): CatalogueEvent {
  return apiCall("ec2", eventName, { readOnly: true, parameters: () => ({ filterSet: {} }) });
}

function openPort(port: number): PropertyMap {
  return {
    groupId,
    ipPermissions: {
      items: [{ ipProtocol: "tcp", fromPort: port, toPort: port, ipRanges: { items: [{ cidrIp: everywhere }] } }],
    },
  };
}

export const securityGroupChanges: Detection = detectionByName({
  id: "security-group-changes",
  title: "Changes to security groups",
  why: "One rule opens a database or a shell to the internet.",
  practice: 15,
  controls: ["alarm.cis.security-group-changes"],
  level: "advisory",
  mustRing: [
    change("AuthorizeSecurityGroupIngress", openPort(22)),
    change("AuthorizeSecurityGroupEgress", openPort(443)),
    change("RevokeSecurityGroupIngress", openPort(22)),
    change("RevokeSecurityGroupEgress", openPort(443)),
    change("CreateSecurityGroup", { groupName: "open", groupDescription: "open", vpcId }),
    change("DeleteSecurityGroup", { groupId }),
  ],
  shouldRing: [
    change("ModifySecurityGroupRules", {
      ModifySecurityGroupRulesRequest: {
        GroupId: groupId,
        SecurityGroupRule: {
          tag: 1,
          SecurityGroupRuleId: "sgr-0a1b2c3d4e5f67890",
          SecurityGroupRule: { IpProtocol: "tcp", FromPort: 22, ToPort: 22, CidrIpv4: everywhere },
        },
      },
    }),
  ],
  lookAlikes: [read("DescribeSecurityGroups"), read("DescribeSecurityGroupRules")],
});

const aclEntry = {
  networkAclId,
  ruleNumber: 100,
  egress: false,
  ruleAction: "allow",
  aclProtocol: "-1",
  cidrBlock: everywhere,
};

export const networkAclChanges: Detection = detectionByName({
  id: "network-acl-changes",
  title: "Changes to network ACLs",
  why: "A network ACL guards whole subnets; loosened, it lets in what security groups were never meant to stop.",
  practice: 15,
  controls: ["alarm.cis.nacl-changes"],
  level: "advisory",
  mustRing: [
    change("CreateNetworkAcl", { vpcId }),
    change("CreateNetworkAclEntry", aclEntry),
    change("DeleteNetworkAcl", { networkAclId }),
    change("DeleteNetworkAclEntry", { networkAclId, ruleNumber: 100, egress: false }),
    change("ReplaceNetworkAclEntry", aclEntry),
    change("ReplaceNetworkAclAssociation", { associationId: "aclassoc-0a1b2c3d4e5f67890", networkAclId }),
  ],
  shouldRing: [],
  lookAlikes: [read("DescribeNetworkAcls")],
});

export const networkGatewayChanges: Detection = detectionByName({
  id: "network-gateway-changes",
  title: "Changes to network gateways",
  why: "A gateway is a door of the network; a new one is a way in or out that nobody guards.",
  practice: 15,
  controls: ["alarm.cis.gateway-changes"],
  level: "advisory",
  mustRing: [
    change("CreateCustomerGateway", { type: "ipsec.1", ipAddress: "198.51.100.7", bgpAsn: 65000 }),
    change("DeleteCustomerGateway", { customerGatewayId: "cgw-0a1b2c3d4e5f67890" }),
    change("AttachInternetGateway", { internetGatewayId, vpcId }),
    change("CreateInternetGateway", {}),
    change("DeleteInternetGateway", { internetGatewayId }),
    change("DetachInternetGateway", { internetGatewayId, vpcId }),
  ],
  shouldRing: [
    change("CreateNatGateway", { CreateNatGatewayRequest: { SubnetId: subnetId } }),
    change("CreateEgressOnlyInternetGateway", { CreateEgressOnlyInternetGatewayRequest: { VpcId: vpcId } }),
    change("AttachVpnGateway", { vpnGatewayId: "vgw-0a1b2c3d4e5f67890", vpcId }),
    change("CreateVpnConnection", { type: "ipsec.1", customerGatewayId: "cgw-0a1b2c3d4e5f67890" }),
    change("CreateTransitGatewayVpcAttachment", {
      CreateTransitGatewayVpcAttachmentRequest: { TransitGatewayId: "tgw-0a1b2c3d4e5f67890", VpcId: vpcId },
    }),
  ],
  lookAlikes: [read("DescribeInternetGateways"), read("DescribeCustomerGateways")],
});

const route = { routeTableId, destinationCidrBlock: everywhere, gatewayId: internetGatewayId };

export const routeTableChanges: Detection = detectionByName({
  id: "route-table-changes",
  title: "Changes to route tables",
  why: "A changed route sends traffic past the firewall, or through somebody else's.",
  practice: 15,
  controls: ["alarm.cis.route-table-changes"],
  level: "advisory",
  mustRing: [
    change("CreateRoute", route),
    change("CreateRouteTable", { vpcId }),
    change("ReplaceRoute", route),
    change("ReplaceRouteTableAssociation", { associationId: "rtbassoc-0a1b2c3d4e5f67890", routeTableId }),
    change("DeleteRouteTable", { routeTableId }),
    change("DeleteRoute", { routeTableId, destinationCidrBlock: everywhere }),
    change("DisassociateRouteTable", { associationId: "rtbassoc-0a1b2c3d4e5f67890" }),
  ],
  shouldRing: [
    change("AssociateRouteTable", { routeTableId, subnetId }),
    change("EnableVgwRoutePropagation", { routeTableId, gatewayId: "vgw-0a1b2c3d4e5f67890" }),
  ],
  lookAlikes: [read("DescribeRouteTables")],
});

/** CIS also names four ClassicLink calls. EC2-Classic was retired in 2023, so nothing can make them any more. */
export const vpcChanges: Detection = detectionByName({
  id: "vpc-changes",
  title: "Changes to VPCs",
  why: "A peering connection joins two networks; a VPC nobody knows hides what runs in it.",
  practice: 15,
  controls: ["alarm.cis.vpc-changes"],
  level: "advisory",
  mustRing: [
    change("CreateVpc", { cidrBlock: "10.1.0.0/16", instanceTenancy: "default" }),
    change("DeleteVpc", { vpcId }),
    change("ModifyVpcAttribute", { vpcId, enableDnsSupport: { value: false } }),
    change("AcceptVpcPeeringConnection", peering),
    change("CreateVpcPeeringConnection", { vpcId, peerVpcId: "vpc-0fedcba9876543210", peerOwnerId: "123456789012" }),
    change("DeleteVpcPeeringConnection", peering),
    change("RejectVpcPeeringConnection", peering),
  ],
  shouldRing: [
    change("DeleteFlowLogs", { DeleteFlowLogsRequest: { FlowLogId: { tag: 1, content: "fl-0a1b2c3d4e5f67890" } } }),
    change("ModifyVpcPeeringConnectionOptions", {
      ...peering,
      accepterPeeringConnectionOptions: { allowDnsResolutionFromRemoteVpc: true },
    }),
  ],
  lookAlikes: [read("DescribeVpcs"), read("DescribeVpcPeeringConnections")],
});
