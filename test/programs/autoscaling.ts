import { type Program } from "../e2e/support";

/** Instances in an autoscaling group behind a load balancer, reached with Session Manager instead of keys. */
const program: Program = (aws, pulumi) => {
  const network = new pulumi.StackReference("acme/network/prod");
  const subnets = network.getOutput("privateSubnetIds");
  const role = new aws.iam.Role("web", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal(aws.iam.Principals.Ec2Principal),
  });
  new aws.iam.RolePolicyAttachment("web-ssm", {
    role: role.name,
    policyArn: aws.iam.ManagedPolicy.AmazonSSMManagedInstanceCore,
  });
  new aws.iam.RolePolicyAttachment("web-agent", {
    role: role.name,
    policyArn: aws.iam.ManagedPolicy.CloudWatchAgentServerPolicy,
  });
  const profile = new aws.iam.InstanceProfile("web", { role: role.name });

  const balancerGroup = new aws.ec2.SecurityGroup("balancer", {
    vpcId: network.getOutput("vpcId"),
    ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
  });
  const webGroup = new aws.ec2.SecurityGroup("web", {
    vpcId: network.getOutput("vpcId"),
    ingress: [{ protocol: "tcp", fromPort: 8080, toPort: 8080, securityGroups: [balancerGroup.id] }],
  });
  const template = new aws.ec2.LaunchTemplate("web", {
    imageId: "ami-0123456789abcdef0",
    instanceType: "t3.small",
    iamInstanceProfile: { arn: profile.arn },
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    vpcSecurityGroupIds: [webGroup.id],
    blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true", volumeSize: 20 } }],
    userData: Buffer.from("#!/bin/bash\nsystemctl start web\n").toString("base64"),
  });
  const targets = new aws.lb.TargetGroup("web", {
    port: 8080,
    protocol: "HTTP",
    vpcId: network.getOutput("vpcId"),
    healthCheck: { path: "/health" },
  });
  const group = new aws.autoscaling.Group("web", {
    minSize: 2,
    maxSize: 8,
    vpcZoneIdentifiers: subnets,
    launchTemplate: { id: template.id, version: "$Latest" },
    targetGroupArns: [targets.arn],
  });
  const balancer = new aws.lb.LoadBalancer("web", {
    loadBalancerType: "application",
    subnets: network.getOutput("publicSubnetIds"),
    securityGroups: [balancerGroup.id],
  });
  const scaleOut = new aws.autoscaling.Policy("scale-out", {
    autoscalingGroupName: group.name,
    adjustmentType: "ChangeInCapacity",
    scalingAdjustment: 1,
  });
  new aws.cloudwatch.MetricAlarm("web-cpu", {
    namespace: "AWS/EC2",
    metricName: "CPUUtilization",
    dimensions: { AutoScalingGroupName: group.name },
    statistic: "Average",
    period: 120,
    evaluationPeriods: 2,
    threshold: 70,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    alarmActions: [scaleOut.arn],
  });
  new aws.cloudwatch.MetricAlarm("web-5xx", {
    namespace: "AWS/ApplicationELB",
    metricName: "HTTPCode_Target_5XX_Count",
    dimensions: { LoadBalancer: balancer.arnSuffix },
    statistic: "Sum",
    period: 60,
    evaluationPeriods: 5,
    threshold: 10,
    comparisonOperator: "GreaterThanThreshold",
    treatMissingData: "notBreaching",
    alarmActions: [network.getOutput("pagerTopicArn")],
  });
};

export default program;
