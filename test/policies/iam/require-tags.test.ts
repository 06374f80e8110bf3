import { OpenIdConnectProvider } from "../../../lib/aws/iam/open-id-connect-provider";
import { Role } from "../../../lib/aws/iam/role";
import { Analyzer } from "../../../lib/aws/monitoring/analyzer";
import policy from "../../../policies/iam/require-tags";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";
import { roleTrusting } from "../../support/trust";

const ec2 = { Service: "ec2.amazonaws.com" };

export default policyTest(policy, {
  pass: [
    { name: "any tag", given: roleTrusting(ec2, undefined, { tags: { owner: "platform" } }) },
    {
      name: "the tags that a site asks for",
      config: { keys: ["owner"] },
      given: roleTrusting(ec2, undefined, { tags: { owner: "platform" } }),
    },
  ],
  fail: [
    {
      name: "a role without tags",
      given: roleTrusting(ec2),
      findings: [{ id: "untagged", at: "tags", data: { kind: "role", name: "deploy" } }],
      controls: ["iam.role.tagged"],
    },
    {
      name: "a provider without tags",
      given: declare(OpenIdConnectProvider, "github", { url: "https://token.actions.githubusercontent.com" }),
      findings: [{ id: "untagged", at: "tags", data: { kind: "OpenID Connect provider", name: "github" } }],
    },
    {
      name: "an analyzer without tags",
      given: declare(Analyzer, "analyzer", { analyzerName: "account" }),
      findings: [{ id: "untagged", at: "tags" }],
      controls: ["iam.monitor.access-analyzer-tagged"],
    },
    {
      name: "not the tag that a site asks for",
      config: { keys: ["owner"] },
      given: roleTrusting(ec2, undefined, { tags: { team: "a" } }),
      findings: [{ id: "missing", at: "tags", data: { kind: "role", name: "deploy", key: "owner" } }],
    },
  ],
  unknown: [
    {
      name: "tags not known yet",
      given: declare(Role, "deploy", { assumeRolePolicy: unknown(), tags: unknown() }),
      at: "tags",
    },
  ],
});
