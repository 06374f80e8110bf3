import { type Program } from "../e2e/support";

/** Controllers on a cluster of another stack: load balancers, Karpenter, external secrets, certificates; by IRSA with roles that the stack's outputs name. */
const program: Program = (aws, pulumi) => {
  const cluster = new pulumi.StackReference("acme/cluster/prod");
  const account = aws.getCallerIdentityOutput().accountId;
  const region = aws.getRegionOutput().region;
  const providerArn = cluster
    .getOutput("oidcProviderArn")
    .apply(
      (arn) =>
        (arn as string | undefined) ??
        "arn:aws:iam::123456789012:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE",
    );
  const issuer = providerArn.apply((arn) => arn.split(":oidc-provider/")[1] ?? "");
  const trust = (subject: string) =>
    pulumi.all([providerArn, issuer]).apply(([arn, host]) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Federated: arn },
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: {
              StringEquals: {
                [`${host}:aud`]: "sts.amazonaws.com",
                [`${host}:sub`]: `system:serviceaccount:${subject}`,
              },
            },
          },
        ],
      }),
    );
  const controller = (name: string, subject: string, policy: import("@pulumi/pulumi").Input<string>) => {
    const role = new aws.iam.Role(name, { assumeRolePolicy: trust(subject) });
    new aws.iam.RolePolicyAttachment(name, { role: role.name, policyArn: new aws.iam.Policy(name, { policy }).arn });
  };
  controller(
    "load-balancer",
    "kube-system:aws-load-balancer-controller",
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["iam:CreateServiceLinkedRole"],
          Resource: "*",
          Condition: { StringEquals: { "iam:AWSServiceName": "elasticloadbalancing.amazonaws.com" } },
        },
        {
          Effect: "Allow",
          Action: [
            "ec2:DescribeAccountAttributes",
            "ec2:DescribeAvailabilityZones",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcs",
            "elasticloadbalancing:DescribeLoadBalancers",
            "elasticloadbalancing:DescribeListeners",
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTags",
          ],
          Resource: "*",
        },
        {
          Effect: "Allow",
          Action: [
            "cognito-idp:DescribeUserPoolClient",
            "acm:ListCertificates",
            "acm:DescribeCertificate",
            "wafv2:GetWebACL",
            "wafv2:GetWebACLForResource",
            "wafv2:AssociateWebACL",
            "wafv2:DisassociateWebACL",
            "shield:GetSubscriptionState",
            "shield:DescribeProtection",
          ],
          Resource: "*",
        },
        {
          Effect: "Allow",
          Action: ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"],
          Resource: "*",
        },
        { Effect: "Allow", Action: ["ec2:CreateSecurityGroup"], Resource: "*" },
        {
          Effect: "Allow",
          Action: ["ec2:CreateTags"],
          Resource: "arn:aws:ec2:*:*:security-group/*",
          Condition: {
            StringEquals: { "ec2:CreateAction": "CreateSecurityGroup" },
            Null: { "aws:RequestTag/elbv2.k8s.aws/cluster": "false" },
          },
        },
        {
          Effect: "Allow",
          Action: ["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:CreateTargetGroup"],
          Resource: "*",
          Condition: { Null: { "aws:RequestTag/elbv2.k8s.aws/cluster": "false" } },
        },
        {
          Effect: "Allow",
          Action: [
            "elasticloadbalancing:CreateListener",
            "elasticloadbalancing:DeleteListener",
            "elasticloadbalancing:CreateRule",
            "elasticloadbalancing:DeleteRule",
          ],
          Resource: "*",
        },
        {
          Effect: "Allow",
          Action: [
            "elasticloadbalancing:ModifyLoadBalancerAttributes",
            "elasticloadbalancing:SetSecurityGroups",
            "elasticloadbalancing:DeleteLoadBalancer",
            "elasticloadbalancing:ModifyTargetGroup",
            "elasticloadbalancing:DeleteTargetGroup",
          ],
          Resource: "*",
          Condition: { Null: { "aws:ResourceTag/elbv2.k8s.aws/cluster": "false" } },
        },
        {
          Effect: "Allow",
          Action: ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"],
          Resource: "arn:aws:elasticloadbalancing:*:*:targetgroup/*/*",
        },
      ],
    }),
  );
  controller(
    "external-secrets",
    "external-secrets:external-secrets",
    pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
          Resource: pulumi.interpolate`arn:aws:secretsmanager:${region}:${account}:secret:apps/*`,
        },
        {
          Effect: "Allow",
          Action: ["ssm:GetParameter", "ssm:GetParametersByPath"],
          Resource: pulumi.interpolate`arn:aws:ssm:${region}:${account}:parameter/apps/*`,
        },
      ],
    }),
  );
  controller(
    "cert-manager",
    "cert-manager:cert-manager",
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: "route53:GetChange", Resource: "arn:aws:route53:::change/*" },
        {
          Effect: "Allow",
          Action: ["route53:ChangeResourceRecordSets", "route53:ListResourceRecordSets"],
          Resource: "arn:aws:route53:::hostedzone/Z0EXAMPLE12345",
          Condition: { "ForAllValues:StringEquals": { "route53:ChangeResourceRecordSetsRecordTypes": ["TXT"] } },
        },
        { Effect: "Allow", Action: "route53:ListHostedZonesByName", Resource: "*" },
      ],
    }),
  );
  const interruption = new aws.sqs.Queue("karpenter", { sqsManagedSseEnabled: true, messageRetentionSeconds: 300 });
  new aws.sqs.QueuePolicy("karpenter", {
    queueUrl: interruption.url,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: ["events.amazonaws.com", "sqs.amazonaws.com"] },
          Action: "sqs:SendMessage",
          Resource: interruption.arn,
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
      ],
    }),
  });
  for (const [name, detail] of Object.entries({
    spot: "EC2 Spot Instance Interruption Warning",
    rebalance: "EC2 Instance Rebalance Recommendation",
    state: "EC2 Instance State-change Notification",
  })) {
    const rule = new aws.cloudwatch.EventRule(`karpenter-${name}`, {
      eventPattern: JSON.stringify({ source: ["aws.ec2"], "detail-type": [detail] }),
    });
    new aws.cloudwatch.EventTarget(`karpenter-${name}`, { rule: rule.name, arn: interruption.arn });
  }
  const health = new aws.cloudwatch.EventRule("karpenter-health", {
    eventPattern: JSON.stringify({ source: ["aws.health"], "detail-type": ["AWS Health Event"] }),
  });
  new aws.cloudwatch.EventTarget("karpenter-health", { rule: health.name, arn: interruption.arn });
  const node = new aws.iam.Role("karpenter-node", {
    name: "KarpenterNodeRole-main",
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "ec2.amazonaws.com" }),
  });
  for (const name of [
    "AmazonEKSWorkerNodePolicy",
    "AmazonEKS_CNI_Policy",
    "AmazonEC2ContainerRegistryPullOnly",
    "AmazonSSMManagedInstanceCore",
  ]) {
    new aws.iam.RolePolicyAttachment(`karpenter-node-${name}`, {
      role: node.name,
      policyArn: `arn:aws:iam::aws:policy/${name}`,
    });
  }
  controller(
    "karpenter",
    "kube-system:karpenter",
    pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AllowScopedEC2InstanceAccessActions",
          Effect: "Allow",
          Resource: ["image/*", "snapshot/*"]
            .map((type) => pulumi.interpolate`arn:aws:ec2:${region}::${type}`)
            .concat(
              ["security-group/*", "subnet/*", "capacity-reservation/*"].map(
                (type) => pulumi.interpolate`arn:aws:ec2:${region}:*:${type}`,
              ),
            ),
          Action: ["ec2:RunInstances", "ec2:CreateFleet"],
        },
        {
          Sid: "AllowScopedEC2InstanceActionsWithTags",
          Effect: "Allow",
          Resource: [
            "fleet/*",
            "instance/*",
            "volume/*",
            "network-interface/*",
            "launch-template/*",
            "spot-instances-request/*",
          ].map((type) => pulumi.interpolate`arn:aws:ec2:${region}:*:${type}`),
          Action: ["ec2:RunInstances", "ec2:CreateFleet", "ec2:CreateLaunchTemplate"],
          Condition: {
            StringEquals: {
              "aws:RequestTag/kubernetes.io/cluster/main": "owned",
              "aws:RequestTag/eks:eks-cluster-name": "main",
            },
            StringLike: { "aws:RequestTag/karpenter.sh/nodepool": "*" },
          },
        },
        {
          Sid: "AllowScopedDeletion",
          Effect: "Allow",
          Resource: ["instance/*", "launch-template/*"].map(
            (type) => pulumi.interpolate`arn:aws:ec2:${region}:*:${type}`,
          ),
          Action: ["ec2:TerminateInstances", "ec2:DeleteLaunchTemplate"],
          Condition: {
            StringEquals: { "aws:ResourceTag/kubernetes.io/cluster/main": "owned" },
            StringLike: { "aws:ResourceTag/karpenter.sh/nodepool": "*" },
          },
        },
        {
          Sid: "AllowPassingInstanceRole",
          Effect: "Allow",
          Resource: node.arn,
          Action: "iam:PassRole",
          Condition: { StringEquals: { "iam:PassedToService": ["ec2.amazonaws.com", "ec2.amazonaws.com.cn"] } },
        },
        {
          Sid: "AllowScopedInstanceProfileCreationActions",
          Effect: "Allow",
          Resource: pulumi.interpolate`arn:aws:iam::${account}:instance-profile/*`,
          Action: ["iam:CreateInstanceProfile"],
          Condition: {
            StringEquals: {
              "aws:RequestTag/kubernetes.io/cluster/main": "owned",
              "aws:RequestTag/topology.kubernetes.io/region": region,
            },
            StringLike: { "aws:RequestTag/karpenter.k8s.aws/ec2nodeclass": "*" },
          },
        },
        {
          Sid: "AllowScopedInstanceProfileActions",
          Effect: "Allow",
          Resource: pulumi.interpolate`arn:aws:iam::${account}:instance-profile/*`,
          Action: ["iam:AddRoleToInstanceProfile", "iam:RemoveRoleFromInstanceProfile", "iam:DeleteInstanceProfile"],
          Condition: {
            StringEquals: { "aws:ResourceTag/kubernetes.io/cluster/main": "owned" },
            StringLike: { "aws:ResourceTag/karpenter.k8s.aws/ec2nodeclass": "*" },
          },
        },
        {
          Sid: "AllowInterruptionQueueActions",
          Effect: "Allow",
          Resource: interruption.arn,
          Action: ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"],
        },
        {
          Sid: "AllowRegionalReadActions",
          Effect: "Allow",
          Resource: "*",
          Action: [
            "ec2:DescribeImages",
            "ec2:DescribeInstances",
            "ec2:DescribeInstanceTypes",
            "ec2:DescribeSubnets",
            "ec2:DescribeSpotPriceHistory",
          ],
          Condition: { StringEquals: { "aws:RequestedRegion": region } },
        },
        {
          Sid: "AllowSSMReadActions",
          Effect: "Allow",
          Resource: pulumi.interpolate`arn:aws:ssm:${region}::parameter/aws/service/*`,
          Action: "ssm:GetParameter",
        },
        { Sid: "AllowPricingReadActions", Effect: "Allow", Resource: "*", Action: "pricing:GetProducts" },
        {
          Sid: "AllowAPIServerEndpointDiscovery",
          Effect: "Allow",
          Resource: pulumi.interpolate`arn:aws:eks:${region}:${account}:cluster/main`,
          Action: "eks:DescribeCluster",
        },
      ],
    }),
  );
};

export default program;
