import { Role } from "../../../lib/aws/iam/role";
import { declare, interpolate, unknown } from "../../support/program";
import { documentOf, roleTrusting, trust } from "../../support/trust";
import policy from "../../../policies/iam/no-missing-principals";
import { policyTest } from "../../support/policy-test";

const ci = declare(Role, "ci", {
  name: "ci",
  assumeRolePolicy: documentOf(trust({ Service: "codebuild.amazonaws.com" })),
});
const literal = { AWS: "arn:aws:iam::123456789012:role/ci" };
const at = "assumeRolePolicy.Statement[0].Principal.AWS";

export default policyTest(policy, {
  pass: [
    { name: "a role outside the stack", given: roleTrusting(literal) },
    { name: "a role of the stack by its output", given: [roleTrusting({ AWS: ci.arn }), ci] },
    {
      name: "by its name",
      given: [roleTrusting({ AWS: interpolate`arn:aws:iam::123456789012:role/${ci.output("name")}` }), ci],
    },
    {
      name: "after it, by a dependency",
      given: [declare(Role, "deploy", { assumeRolePolicy: documentOf(trust(literal)) }, { dependsOn: [ci] }), ci],
    },
    { name: "a service", given: roleTrusting({ Service: "ec2.amazonaws.com" }) },
  ],
  fail: [
    {
      name: "a literal ARN of a role of the stack",
      given: [roleTrusting(literal), ci],
      findings: [
        {
          id: "notYet",
          at,
          data: { statement: "Trust", document: "trust policy of role `deploy`", target: "ci" },
        },
      ],
    },
    {
      name: "the id of a principal that was deleted",
      given: roleTrusting({ AWS: "AROAEXAMPLEEXAMPLE123" }),
      findings: [
        {
          id: "deleted",
          at,
          data: {
            statement: "Trust",
            document: "trust policy of role `deploy`",
            principal: "AROAEXAMPLEEXAMPLE123",
          },
        },
      ],
      controls: ["iam.principal.unknown"],
    },
  ],
  unknown: "what a document not known yet names comes from other resources, and so after them",
  knownMisses: [
    {
      name: "a document not known yet",
      given: declare(Role, "deploy", { assumeRolePolicy: unknown() }),
      because: "what it names comes from other resources, and so after them",
    },
  ],
  silentWhenUnknown: {
    "Role.assumeRolePolicy": "the policy is about ARNs that are written out, in documents that are known",
    "Role.name": "the policy is about ARNs that are written out, in documents that are known",
  },
});
