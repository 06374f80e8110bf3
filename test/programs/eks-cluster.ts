import { type Program } from "../e2e/support";

/** A Kubernetes cluster: cluster and node roles, IRSA for one controller, pod identity for one application. */
const program: Program = (aws, pulumi) => {
  const clusterRole = new aws.iam.Role("cluster", {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "eks.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession"],
        },
      ],
    }),
    managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonEKSClusterPolicy"],
  });
  const nodeRole = new aws.iam.Role("nodes", {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "ec2.amazonaws.com" }),
  });
  ["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryReadOnly"].forEach((name) => {
    new aws.iam.RolePolicyAttachment(`nodes-${name}`, {
      role: nodeRole.name,
      policyArn: `arn:aws:iam::aws:policy/${name}`,
    });
  });

  new aws.cloudwatch.LogGroup("cluster", { name: "/aws/eks/main/cluster", retentionInDays: 400 });
  const cluster = new aws.eks.Cluster("main", {
    name: "main",
    roleArn: clusterRole.arn,
    enabledClusterLogTypes: ["api", "audit", "authenticator"],
    accessConfig: { authenticationMode: "API" },
    vpcConfig: { subnetIds: ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"], endpointPublicAccess: false },
  });
  new aws.eks.NodeGroup("workers", {
    clusterName: cluster.name,
    nodeRoleArn: nodeRole.arn,
    subnetIds: ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"],
    scalingConfig: { minSize: 2, desiredSize: 2, maxSize: 6 },
  });

  const issuer = "https://oidc.eks.eu-central-1.amazonaws.com/id/4C2F6A8E0B1D3F5A7C9E0B2D4F6A8C0E";
  const provider = new aws.iam.OpenIdConnectProvider("cluster", {
    url: issuer,
    clientIdLists: ["sts.amazonaws.com"],
    thumbprintLists: ["9e99a48a9960b14926bb7f3b02e22da2b0ab7280"],
  });
  const host = provider.url.apply((url) => url.replace("https://", ""));
  const irsa = pulumi.all([provider.arn, host]).apply(([arn, issuerHost]) =>
    aws.iam.getPolicyDocument({
      statements: [
        {
          actions: ["sts:AssumeRoleWithWebIdentity"],
          principals: [{ type: "Federated", identifiers: [arn] }],
          conditions: [
            { test: "StringEquals", variable: `${issuerHost}:aud`, values: ["sts.amazonaws.com"] },
            {
              test: "StringEquals",
              variable: `${issuerHost}:sub`,
              values: ["system:serviceaccount:kube-system:external-dns"],
            },
          ],
        },
      ],
    }),
  );
  const dns = new aws.iam.Role("external-dns", { assumeRolePolicy: irsa.apply(({ json }) => json) });
  new aws.iam.RolePolicy("external-dns", {
    role: dns.id,
    policy: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["route53:ChangeResourceRecordSets"],
          Resource: ["arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ"],
        },
        {
          Effect: "Allow",
          Action: ["route53:ListHostedZones", "route53:ListResourceRecordSets", "route53:ListTagsForResource"],
          Resource: ["*"],
        },
      ],
    },
  });

  const orders = new aws.iam.Role("orders", {
    assumeRolePolicy: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "pods.eks.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession"],
        },
      ],
    },
  });
  new aws.eks.PodIdentityAssociation("orders", {
    clusterName: cluster.name,
    namespace: "shop",
    serviceAccount: "orders",
    roleArn: orders.arn,
  });
};

export default program;
