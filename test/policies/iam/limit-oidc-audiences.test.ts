import { OpenIdConnectProvider } from "../../../lib/aws/iam/open-id-connect-provider";
import { declare, unknown } from "../../support/program";
import policy from "../../../policies/iam/limit-oidc-audiences";
import { policyTest } from "../../support/policy-test";

function provider(...clientIdLists: readonly string[]) {
  return declare(OpenIdConnectProvider, "github", {
    url: "https://token.actions.githubusercontent.com",
    clientIdLists,
  });
}

const config = { audiences: ["sts.amazonaws.com"] };

export default policyTest(policy, {
  pass: [
    { name: "an approved audience", config, given: provider("sts.amazonaws.com") },
    { name: "nobody has named any", given: provider("anything") },
  ],
  fail: [
    {
      name: "another audience",
      config,
      given: provider("sts.amazonaws.com", "acme-app"),
      findings: [{ id: "unapproved", at: "clientIdLists[1]", data: { provider: "github", audience: "acme-app" } }],
      controls: ["iam.oidc.client-ids"],
    },
  ],
  unknown: [
    {
      name: "audiences not known yet",
      config,
      given: declare(OpenIdConnectProvider, "github", { url: "https://example.com", clientIdLists: unknown() }),
      at: "clientIdLists",
    },
    {
      name: "an audience not known yet",
      config,
      given: declare(OpenIdConnectProvider, "github", { url: "https://example.com", clientIdLists: [unknown()] }),
      at: "clientIdLists[0]",
    },
  ],
});
