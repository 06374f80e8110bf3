import { SamlProvider } from "../../../lib/aws/iam/saml-provider";
import { User } from "../../../lib/aws/iam/user";
import { alice, password } from "../../support/people";
import { declare } from "../../support/program";
import policy from "../../../policies/iam/require-identity-provider";
import { policyTest } from "../../support/policy-test";

const settings = { baseline: true };
const provider = declare(SamlProvider, "people", { name: "people", samlMetadataDocument: "<xml/>" });

export default policyTest(policy, {
  pass: [
    { name: "no baseline", given: [alice, password] },
    { name: "a provider as well", settings, given: [alice, password, provider] },
    { name: "no passwords", settings, given: declare(User, "ci") },
  ],
  fail: [
    {
      name: "passwords alone",
      settings,
      given: [alice, password],
      findings: [{ id: "passwordsOnly", on: "password", at: "", data: { user: "password" } }],
      controls: ["iam.saml.provider-exists"],
    },
  ],
  unknown: "which resources a stack declares is always known",
});
