import { type Program } from "../e2e/support";

/** A static site: a private bucket that only one CloudFront distribution reads, with its logs in another bucket. */
const program: Program = (aws, pulumi) => {
  const logs = new aws.s3.Bucket("site-logs");
  new aws.s3.BucketOwnershipControls("site-logs", {
    bucket: logs.id,
    rule: { objectOwnership: "BucketOwnerPreferred" },
  });
  new aws.s3.BucketLifecycleConfiguration("site-logs", {
    bucket: logs.id,
    rules: [{ id: "expire", status: "Enabled", filter: { prefix: "" }, expiration: { days: 90 } }],
  });
  const site = new aws.s3.Bucket("site");
  for (const [name, bucket] of Object.entries({ site, "site-logs": logs })) {
    new aws.s3.BucketPublicAccessBlock(name, {
      bucket: bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
  }
  const control = new aws.cloudfront.OriginAccessControl("site", {
    originAccessControlOriginType: "s3",
    signingBehavior: "always",
    signingProtocol: "sigv4",
  });
  const east = new aws.Provider("east", { region: "us-east-1" });
  const certificate = new aws.acm.Certificate(
    "site",
    { domainName: "www.example.com", validationMethod: "DNS" },
    { provider: east },
  );
  const distribution = new aws.cloudfront.Distribution("site", {
    enabled: true,
    aliases: ["www.example.com"],
    defaultRootObject: "index.html",
    origins: [{ originId: "site", domainName: site.bucketRegionalDomainName, originAccessControlId: control.id }],
    defaultCacheBehavior: {
      targetOriginId: "site",
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: ["GET", "HEAD"],
      cachedMethods: ["GET", "HEAD"],
      cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
    },
    loggingConfig: { bucket: logs.bucketDomainName, includeCookies: false },
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: {
      acmCertificateArn: certificate.arn,
      sslSupportMethod: "sni-only",
      minimumProtocolVersion: "TLSv1.2_2021",
    },
  });
  new aws.s3.BucketPolicy("site", {
    bucket: site.id,
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["s3:GetObject"],
          resources: [pulumi.interpolate`${site.arn}/*`],
          principals: [{ type: "Service", identifiers: ["cloudfront.amazonaws.com"] }],
          conditions: [{ test: "StringEquals", variable: "AWS:SourceArn", values: [distribution.arn] }],
        },
        {
          sid: "TlsOnly",
          effect: "Deny",
          actions: ["s3:*"],
          resources: [site.arn, pulumi.interpolate`${site.arn}/*`],
          principals: [{ type: "*", identifiers: ["*"] }],
          conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
        },
      ],
    }).json,
  });
};

export default program;
