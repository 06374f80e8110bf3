import { type Program } from "../e2e/support";

/** A component of a cluster with service account roles (IRSA), pod identities, access entries and the controllers that people install. */
const program: Program = (aws, pulumi) => {
  const issuer = "oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE";

  class ServiceAccountRole extends pulumi.ComponentResource {
    readonly role: import("@pulumi/aws/iam").Role;
    constructor(
      name: string,
      args: {
        provider: import("@pulumi/pulumi").Input<string>;
        namespace: string;
        account: string;
        policy: import("@pulumi/pulumi").Input<string>;
      },
      options?: import("@pulumi/pulumi").ComponentResourceOptions,
    ) {
      super("acme:eks:ServiceAccountRole", name, {}, options);
      this.role = new aws.iam.Role(
        name,
        {
          assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
            statements: [
              {
                actions: ["sts:AssumeRoleWithWebIdentity"],
                principals: [{ type: "Federated", identifiers: [args.provider] }],
                conditions: [
                  { test: "StringEquals", variable: `${issuer}:aud`, values: ["sts.amazonaws.com"] },
                  {
                    test: "StringEquals",
                    variable: `${issuer}:sub`,
                    values: [`system:serviceaccount:${args.namespace}:${args.account}`],
                  },
                ],
              },
            ],
          }).json,
          tags: { Team: "platform" },
        },
        { parent: this },
      );
      const policy = new aws.iam.Policy(name, { policy: args.policy }, { parent: this });
      new aws.iam.RolePolicyAttachment(name, { role: this.role.name, policyArn: policy.arn }, { parent: this });
      this.registerOutputs({ roleArn: this.role.arn });
    }
  }

  const network = new pulumi.StackReference("acme/network/prod");
  const identity = aws.getCallerIdentityOutput();
  const clusterRole = new aws.iam.Role("cluster", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "eks.amazonaws.com" }),
  });
  new aws.iam.RolePolicyAttachment("cluster", {
    role: clusterRole.name,
    policyArn: aws.iam.ManagedPolicy.AmazonEKSClusterPolicy,
  });
  const secrets = new aws.kms.Key("secrets", { description: "Secrets of the cluster", enableKeyRotation: true });
  const cluster = new aws.eks.Cluster("main", {
    name: "main",
    roleArn: clusterRole.arn,
    version: "1.33",
    enabledClusterLogTypes: ["api", "audit", "authenticator"],
    accessConfig: { authenticationMode: "API" },
    encryptionConfig: { resources: ["secrets"], provider: { keyArn: secrets.arn } },
    vpcConfig: {
      subnetIds: network.requireOutput("privateSubnetIds"),
      endpointPrivateAccess: true,
      endpointPublicAccess: false,
    },
  });
  const provider = new aws.iam.OpenIdConnectProvider("cluster", {
    url: `https://${issuer}`,
    clientIdLists: ["sts.amazonaws.com"],
  });

  const nodes = new aws.iam.Role("nodes", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "ec2.amazonaws.com" }),
  });
  const attached = ["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryReadOnly"].map(
    (name) =>
      new aws.iam.RolePolicyAttachment(`nodes-${name}`, {
        role: nodes.name,
        policyArn: `arn:aws:iam::aws:policy/${name}`,
      }),
  );
  const template = new aws.ec2.LaunchTemplate("nodes", {
    metadataOptions: { httpTokens: "required", httpEndpoint: "enabled", httpPutResponseHopLimit: 1 },
    blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true", volumeSize: 50, volumeType: "gp3" } }],
  });
  new aws.eks.NodeGroup(
    "general",
    {
      clusterName: cluster.name,
      nodeRoleArn: nodes.arn,
      subnetIds: network.requireOutput("privateSubnetIds"),
      scalingConfig: { minSize: 2, maxSize: 6, desiredSize: 3 },
      launchTemplate: { id: template.id, version: template.latestVersion.apply((version) => `${version}`) },
    },
    { dependsOn: attached, ignoreChanges: ["scalingConfig.desiredSize"] },
  );

  new ServiceAccountRole("cluster-autoscaler", {
    provider: provider.arn,
    namespace: "kube-system",
    account: "cluster-autoscaler",
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: [
            "autoscaling:DescribeAutoScalingGroups",
            "autoscaling:DescribeAutoScalingInstances",
            "autoscaling:DescribeLaunchConfigurations",
            "autoscaling:DescribeScalingActivities",
            "ec2:DescribeImages",
            "ec2:DescribeInstanceTypes",
            "ec2:DescribeLaunchTemplateVersions",
            "ec2:GetInstanceTypesFromInstanceRequirements",
            "eks:DescribeNodegroup",
          ],
          resources: ["*"],
        },
        {
          actions: ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
          resources: ["*"],
          conditions: [
            { test: "StringEquals", variable: "aws:ResourceTag/k8s.io/cluster-autoscaler/main", values: ["owned"] },
          ],
        },
      ],
    }).json,
  });
  new ServiceAccountRole("external-dns", {
    provider: provider.arn,
    namespace: "kube-system",
    account: "external-dns",
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        { actions: ["route53:ChangeResourceRecordSets"], resources: ["arn:aws:route53:::hostedzone/Z0EXAMPLE12345"] },
        {
          actions: ["route53:ListHostedZones", "route53:ListResourceRecordSets", "route53:ListTagsForResources"],
          resources: ["*"],
        },
      ],
    }).json,
  });
  new ServiceAccountRole("ebs-csi", {
    provider: provider.arn,
    namespace: "kube-system",
    account: "ebs-csi-controller-sa",
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: [
            "ec2:DescribeVolumes",
            "ec2:DescribeSnapshots",
            "ec2:DescribeInstances",
            "ec2:DescribeAvailabilityZones",
          ],
          resources: ["*"],
        },
        {
          actions: ["ec2:CreateVolume"],
          resources: ["arn:aws:ec2:*:*:volume/*"],
          conditions: [{ test: "StringLike", variable: "aws:RequestTag/ebs.csi.aws.com/cluster", values: ["true"] }],
        },
        {
          actions: ["ec2:CreateTags"],
          resources: ["arn:aws:ec2:*:*:volume/*", "arn:aws:ec2:*:*:snapshot/*"],
          conditions: [
            { test: "StringEquals", variable: "ec2:CreateAction", values: ["CreateVolume", "CreateSnapshot"] },
          ],
        },
        {
          actions: ["ec2:AttachVolume", "ec2:DetachVolume", "ec2:DeleteVolume", "ec2:ModifyVolume"],
          resources: ["arn:aws:ec2:*:*:volume/*", "arn:aws:ec2:*:*:instance/*"],
          conditions: [{ test: "StringLike", variable: "ec2:ResourceTag/ebs.csi.aws.com/cluster", values: ["true"] }],
        },
      ],
    }).json,
  });

  const orders = new aws.sqs.Queue("orders", { sqsManagedSseEnabled: true });
  const pod = new aws.iam.Role("orders", {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "pods.eks.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession"],
        },
      ],
    }),
  });
  const consume = new aws.iam.Policy("orders", {
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        { actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], resources: [orders.arn] },
      ],
    }).json,
  });
  new aws.iam.RolePolicyAttachment("orders", { role: pod.name, policyArn: consume.arn });
  new aws.eks.PodIdentityAssociation("orders", {
    clusterName: cluster.name,
    namespace: "shop",
    serviceAccount: "orders",
    roleArn: pod.arn,
  });
  new aws.eks.AccessEntry("platform", {
    clusterName: cluster.name,
    principalArn: pulumi.interpolate`arn:aws:iam::${identity.accountId}:role/platform-engineer`,
  });
};

export default program;
