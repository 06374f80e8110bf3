import * as z from "zod";
import { OpenIdConnectProvider } from "../../lib/aws/iam/open-id-connect-provider";
import { claim, isOneOf } from "../../lib/core/claim";
import { shown, valueOf } from "../../lib/core/read";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-limit-oidc-audiences",
  on: OpenIdConnectProvider,
  severity: "low",
  preset: "strict",
  summary: "OpenID Connect providers should accept only the audiences that are approved",
  why: "Each client id of a provider is an application whose tokens the account takes.",
  fix: "Remove the client id, or add it to the policy's setting `audiences`.",
  practice: 14,
  covers: ["iam.oidc.client-ids"],
  nist: ["IA-8"],
  config: z.strictObject({
    audiences: z
      .array(z.string().min(1))
      .default([])
      .describe("Client ids that are approved. Nothing is reported while none are named."),
  }),
  messages: { unapproved: "provider `{provider}` accepts tokens for `{audience}`, which is not approved" },
  *check({ name, clientIdLists }, { config, must }) {
    if (config.audiences.length === 0) return;
    if (clientIdLists.kind === "unknown")
      yield* must(claim("unknown", clientIdLists.place), "unapproved", { provider: name, audience: "" });
    for (const audience of valueOf(clientIdLists) ?? [])
      yield* must(isOneOf(audience, config.audiences), "unapproved", { provider: name, audience: shown(audience) });
  },
});
