import { AwsProvider } from "../../lib/aws/provider";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-no-static-provider-keys",
  on: AwsProvider,
  severity: "high",
  preset: "recommended",
  summary: "The AWS provider must not be given an access key",
  why: "A key in a program or its configuration is read by everybody with the repository or the state, and stays valid for ever.",
  fix: "Leave `accessKey` and `secretKey` out; use a profile, `assumeRole`, or the OpenID Connect sign-in of Pulumi ESC or of your CI system.",
  practice: 4,
  covers: ["iam.access-key.hardcoded-provider"],
  nist: ["IA-5"],
  messages: { given: "provider `{provider}` is given a permanent access key" },
  *check(provider, { must }) {
    yield* must(provider.usesTemporaryCredentials, "given", { provider: provider.name });
  },
});
