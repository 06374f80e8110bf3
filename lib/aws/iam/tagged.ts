import { type accessanalyzer, type iam } from "@pulumi/aws";
import { resourceView } from "../view";

const titles: Readonly<Record<string, string>> = {
  "aws:accessanalyzer/analyzer:Analyzer": "analyzer",
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": "OpenID Connect provider",
  "aws:iam/role:Role": "role",
  "aws:iam/samlProvider:SamlProvider": "SAML provider",
};

/** What decides on access and can carry tags, other than users and policies. */
export const TaggedAccess = resourceView<iam.RoleArgs & iam.SamlProviderArgs & accessanalyzer.AnalyzerArgs>()(
  Object.keys(titles),
  (read, { type }) => ({ title: titles[type] ?? "resource", tags: read.textMap("tags") }),
);
