import { type iam } from "@pulumi/aws";
import { resourceView } from "../view";

/** An OpenID Connect issuer that the account trusts. */
export const OpenIdConnectProvider = resourceView<iam.OpenIdConnectProviderArgs>()(
  ["aws:iam/openIdConnectProvider:OpenIdConnectProvider"],
  (read) => ({
    url: read.text("url"),
    /** The audiences that the account accepts. */
    clientIdLists: read.texts("clientIdLists"),
    thumbprintLists: read.texts("thumbprintLists"),
  }),
);
