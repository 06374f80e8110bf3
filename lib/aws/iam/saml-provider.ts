import { type iam } from "@pulumi/aws";
import { resourceView } from "../view";

/** A SAML 2.0 issuer that the account trusts. */
export const SamlProvider = resourceView<iam.SamlProviderState>()(["aws:iam/samlProvider:SamlProvider"], (read) => ({
  providerName: read.text("name"),
  /** RFC 3339; known only of a provider that exists. */
  validUntil: read.text("validUntil"),
}));
