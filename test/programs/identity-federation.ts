import { type Program } from "../e2e/support";

/** Federation: SAML for people, Cognito identity pools, Pulumi Cloud, Terraform Cloud, Bitbucket, and Roles Anywhere for machines. */
const program: Program = (aws, pulumi) => {
  const account = aws.getCallerIdentityOutput().accountId;
  const okta = new aws.iam.SamlProvider("okta", {
    samlMetadataDocument:
      "<EntityDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata' entityID='http://www.okta.com/exk1'/>",
  });
  const people = new aws.iam.Role("engineers", {
    maxSessionDuration: 14400,
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["sts:AssumeRoleWithSAML", "sts:TagSession"],
          principals: [{ type: "Federated", identifiers: [okta.arn] }],
          conditions: [{ test: "StringEquals", variable: "SAML:aud", values: ["https://signin.aws.amazon.com/saml"] }],
        },
      ],
    }).json,
  });
  new aws.iam.RolePolicyAttachment("engineers", {
    role: people.name,
    policyArn: "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
  });

  const users = new aws.cognito.UserPool("customers", {
    passwordPolicy: { minimumLength: 12 },
    mfaConfiguration: "OPTIONAL",
    softwareTokenMfaConfiguration: { enabled: true },
  });
  const client = new aws.cognito.UserPoolClient("web", { userPoolId: users.id });
  const identities = new aws.cognito.IdentityPool("customers", {
    identityPoolName: "customers",
    allowUnauthenticatedIdentities: false,
    cognitoIdentityProviders: [{ clientId: client.id, providerName: users.endpoint }],
  });
  const signedIn = new aws.iam.Role("signed-in", {
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["sts:AssumeRoleWithWebIdentity"],
          principals: [{ type: "Federated", identifiers: ["cognito-identity.amazonaws.com"] }],
          conditions: [
            { test: "StringEquals", variable: "cognito-identity.amazonaws.com:aud", values: [identities.id] },
            {
              test: "ForAnyValue:StringLike",
              variable: "cognito-identity.amazonaws.com:amr",
              values: ["authenticated"],
            },
          ],
        },
      ],
    }).json,
  });
  const own = new aws.iam.Policy("signed-in", {
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["s3:GetObject", "s3:PutObject"],
          Resource: "arn:aws:s3:::acme-customers/${cognito-identity.amazonaws.com:sub}/*",
        },
        {
          Effect: "Allow",
          Action: ["dynamodb:GetItem", "dynamodb:Query"],
          Resource: "arn:aws:dynamodb:eu-central-1:123456789012:table/customers",
          Condition: {
            "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["${cognito-identity.amazonaws.com:sub}"] },
          },
        },
      ],
    }),
  });
  new aws.iam.RolePolicyAttachment("signed-in", { role: signedIn.name, policyArn: own.arn });
  new aws.cognito.IdentityPoolRoleAttachment("customers", {
    identityPoolId: identities.id,
    roles: { authenticated: signedIn.arn },
  });

  const read = new aws.iam.Policy("plan", {
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: ["ec2:Describe*", "rds:Describe*", "iam:Get*", "iam:List*"], Resource: "*" },
      ],
    }),
  });
  const trusted = (
    name: string,
    url: string,
    audience: string,
    subject: Readonly<Record<string, Readonly<Record<string, string>>>>,
  ) => {
    const host = url.replace("https://", "");
    const provider = new aws.iam.OpenIdConnectProvider(name, { url, clientIdLists: [audience] });
    const role = new aws.iam.Role(name, {
      maxSessionDuration: 3600,
      assumeRolePolicy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Federated: provider.arn },
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: { ...subject, StringEquals: { [`${host}:aud`]: audience, ...subject["StringEquals"] } },
          },
        ],
      }),
    });
    new aws.iam.RolePolicyAttachment(name, { role: role.name, policyArn: read.arn });
  };
  trusted("pulumi-cloud", "https://api.pulumi.com/oidc", "aws:acme", {
    StringLike: {
      "api.pulumi.com/oidc:sub": "pulumi:deploy:org:acme:project:shop:stack:production:operation:*:scope:write",
    },
  });
  trusted("terraform-cloud", "https://app.terraform.io", "aws.workload.identity", {
    StringLike: { "app.terraform.io:sub": "organization:acme:project:Default Project:workspace:shop:run_phase:*" },
  });
  trusted(
    "bitbucket",
    "https://api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc",
    "ari:cloud:bitbucket::workspace/a1b2c3d4-0000-4000-8000-123456789abc",
    {
      StringLike: {
        "api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc:sub":
          "{5f0e8a4c-1111-4222-8333-123456789abc}*:*",
      },
    },
  );

  const anchor = new aws.rolesanywhere.TrustAnchor("factory", {
    enabled: true,
    source: {
      sourceType: "AWS_ACM_PCA",
      sourceData: {
        acmPcaArn:
          "arn:aws:acm-pca:eu-central-1:123456789012:certificate-authority/0a1b2c3d-1111-4222-8333-123456789abc",
      },
    },
  });
  const machine = new aws.iam.Role("factory", {
    assumeRolePolicy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "rolesanywhere.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
          Condition: {
            ArnEquals: { "aws:SourceArn": anchor.arn },
            StringEquals: { "aws:PrincipalTag/x509Subject/CN": "factory.acme.example" },
          },
        },
      ],
    }),
  });
  const upload = new aws.iam.Policy("factory", {
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::acme-factory/*" }],
    }),
  });
  new aws.iam.RolePolicyAttachment("factory", { role: machine.name, policyArn: upload.arn });
  new aws.rolesanywhere.Profile("factory", { enabled: true, roleArns: [machine.arn] });
  return { account };
};

export default program;
