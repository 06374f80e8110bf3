import policy from "../../../policies/iam/no-rejected-documents";
import { allow, deny, documentText, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";
import { roleTrusting, roleWith, trust } from "../../support/trust";

export default policyTest(policy, {
  pass: [
    { name: "a plain document", given: managed(allow("s3:GetObject")) },
    {
      name: "a document as an object",
      given: managedWith({ Version: "2012-10-17", Statement: allow("s3:GetObject") }),
    },
    {
      name: "a long document: sizes are another matter",
      given: managed(allow(Array.from({ length: 800 }, (_, index) => `s3:GetObject${index}`))),
    },
    {
      name: "a device policy",
      given: declareType("aws:iot/policy:Policy", "device", {
        policy: documentText({ Effect: "Allow", Action: "iot:Connect", Resource: "*", Extra: 1 }),
      }),
    },
  ],
  fail: [
    {
      name: "a trust in a role by a pattern",
      given: roleTrusting({ AWS: "arn:aws:iam::123456789012:role/ci-*" }),
      findings: [{ id: "refused", at: "assumeRolePolicy.Statement[0].Principal.AWS" }],
      controls: ["iam.trust.principal-wildcard"],
    },
    {
      name: "a trust in a group",
      given: roleTrusting({ AWS: "arn:aws:iam::123456789012:group/admins" }),
      findings: [{ id: "refused", at: "assumeRolePolicy.Statement[0].Principal.AWS" }],
      controls: ["iam.principal.invalid"],
    },
    {
      name: "a trust in a service by half its name",
      given: roleTrusting({ Service: "lambda" }),
      findings: [{ id: "refused", at: "assumeRolePolicy.Statement[0].Principal.Service" }],
      controls: ["iam.principal.service-syntax"],
    },
    {
      name: "a trust in an issuer by its address",
      given: roleTrusting({ Federated: "https://token.actions.githubusercontent.com" }),
      findings: [{ id: "refused", at: "assumeRolePolicy.Statement[0].Principal.Federated" }],
      controls: ["iam.principal.federated-syntax"],
    },
    {
      name: "a trust that names a resource",
      given: roleWith({ ...trust({ Service: "ec2.amazonaws.com" }), Resource: "*" }),
      findings: [{ id: "refused", at: "assumeRolePolicy.Statement[0]" }],
      controls: ["iam.trust.resource-element"],
    },
    {
      name: "no JSON",
      given: managedWith("{ Version: 1"),
      findings: [{ id: "refused", at: "policy" }],
      controls: ["iam.grammar.json"],
    },
    {
      name: "no action",
      given: managed({ Effect: "Allow", Resource: "*" }),
      findings: [
        {
          id: "refused",
          at: "policy.Statement[0]",
          data: { document: "policy `deploy`", problem: "the statement has no `Action`", correction: "Add `Action`." },
        },
      ],
      controls: ["iam.grammar.structure"],
    },
    {
      name: "another effect",
      given: managed({ Effect: "Alow", Action: "s3:GetObject", Resource: "*" }),
      findings: [
        {
          id: "refused",
          at: "policy.Statement[0].Effect",
          data: {
            document: "policy `deploy`",
            problem: "`Alow` is no effect: AWS knows `Allow` and `Deny`, spelled so",
            correction: "Write `Allow`.",
          },
        },
      ],
      controls: ["iam.grammar.effect"],
    },
    {
      name: "an empty list",
      given: managed(allow("s3:GetObject", [])),
      findings: [{ id: "refused", at: "policy.Statement[0].Resource" }],
      controls: ["iam.grammar.empty-element"],
    },
    {
      name: "an element in another case",
      given: managed({ Effect: "Allow", action: "s3:GetObject", Resource: "*" }),
      findings: [{ id: "refused", at: "policy.Statement[0].action" }],
      controls: ["iam.grammar.duplicate-keys"],
    },
    {
      name: "an id with a dash",
      given: managed(allow("s3:GetObject", "*", { Sid: "read-objects" })),
      findings: [{ id: "refused", at: "policy.Statement[0].Sid" }],
      controls: ["iam.grammar.sid"],
    },
    {
      name: "a trust policy without principal",
      given: declareType("aws:iam/role:Role", "ci", {
        assumeRolePolicy: documentText({ Effect: "Allow", Action: "sts:AssumeRole" }),
      }),
      findings: [{ id: "refused", at: "assumeRolePolicy.Statement[0]" }],
      controls: ["iam.policy.missing-principal"],
    },
    {
      name: "a wildcard in the service",
      given: managed(allow("s*:GetObject")),
      findings: [{ id: "refused", at: "policy.Statement[0].Action" }],
      controls: ["iam.action.wildcard-service"],
    },
    {
      name: "an action in a trust policy that has no place there",
      given: declareType("aws:iam/role:Role", "ci", {
        assumeRolePolicy: documentText({
          Effect: "Allow",
          Action: "s3:GetObject",
          Principal: { Service: "ec2.amazonaws.com" },
        }),
      }),
      findings: [{ id: "refused", at: "assumeRolePolicy.Statement[0].Action" }],
      controls: ["iam.action.unsupported-in-policy"],
    },
    {
      name: "a principal in a service control policy",
      given: declareType("aws:organizations/policy:Policy", "guard", {
        content: documentText({ ...deny("s3:*"), Principal: "*" }),
      }),
      findings: [{ id: "refused", at: "content.Statement[0]" }],
      controls: ["iam.scp.syntax"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
