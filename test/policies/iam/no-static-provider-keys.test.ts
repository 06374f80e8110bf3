import { AwsProvider } from "../../../lib/aws/provider";
import policy from "../../../policies/iam/no-static-provider-keys";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";

const permanent = `AKIAIOSFODNN7EXAMPLE`;
const temporary = `ASIAIOSFODNN7EXAMPLE`;

export default policyTest(policy, {
  pass: [
    {
      name: "a session whose token is known later",
      given: declare(AwsProvider, "main", { accessKey: "AKIAIOSFODNN7EXAMPLE", token: unknown() }),
    },
    { name: "credentials of the environment", given: declare(AwsProvider, "main", { region: "us-east-1" }) },
    { name: "a profile", given: declare(AwsProvider, "main", { profile: "deploy" }) },
    {
      name: "temporary credentials, which come with a token",
      given: declare(AwsProvider, "main", { accessKey: temporary, secretKey: "x", token: "y" }),
    },
  ],
  fail: [
    {
      name: "a permanent key",
      given: declare(AwsProvider, "main", { accessKey: permanent, secretKey: "x" }),
      findings: [{ id: "given", at: "accessKey", data: { provider: "main" } }],
      controls: ["iam.access-key.hardcoded-provider"],
    },
    {
      name: "a secret alone",
      given: declare(AwsProvider, "main", { secretKey: "x" }),
      findings: [{ id: "given", at: "secretKey" }],
    },
  ],
  unknown: [
    {
      name: "a key from another resource",
      given: declare(AwsProvider, "main", { accessKey: unknown() }),
      at: "accessKey",
    },
  ],
});
