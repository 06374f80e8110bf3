import { Role } from "../../../lib/aws/iam/role";
import policy from "../../../policies/iam/require-oidc-audience";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";
import { roleWith, tokenTrust, trust } from "../../support/trust";

const github = "token.actions.githubusercontent.com";
const subject = { [`${github}:sub`]: "repo:acme/app:ref:refs/heads/main" };
const anyAudience = { id: "anyAudience", at: "assumeRolePolicy.Statement[0]" };

export default policyTest(policy, {
  pass: [
    { name: "no federation", given: roleWith(trust({ Service: "lambda.amazonaws.com" })) },
    {
      name: "the audience",
      given: roleWith(tokenTrust(github, { StringEquals: { [`${github}:aud`]: "sts.amazonaws.com", ...subject } })),
    },
    {
      name: "one of several audiences",
      given: roleWith(
        tokenTrust("login.example.com", { "ForAnyValue:StringEquals": { "login.example.com:aud": ["app", "site"] } }),
      ),
    },
    {
      name: "an app",
      given: roleWith(
        tokenTrust("www.amazon.com", { StringEquals: { "www.amazon.com:app_id": "amzn1.application.1" } }),
      ),
    },
  ],
  fail: [
    {
      name: "only a subject",
      given: roleWith(tokenTrust(github, { StringEquals: subject })),
      findings: [
        {
          ...anyAudience,
          data: {
            statement: "Trust",
            role: "deploy",
            issuer: "GitHub Actions",
            condition: `"StringEquals": { "${github}:aud": "sts.amazonaws.com" }`,
          },
        },
      ],
      controls: ["iam.oidc.subject-condition"],
    },
    {
      name: "whatever audience",
      given: roleWith(tokenTrust(github, { StringLike: { [`${github}:aud`]: "*" }, StringEquals: subject })),
      findings: [anyAudience],
    },
    {
      name: "every audience but one",
      given: roleWith(tokenTrust(github, { StringNotEquals: { [`${github}:aud`]: "other" }, StringEquals: subject })),
      findings: [anyAudience],
    },
  ],
  unknown: [
    {
      name: "a document not known yet",
      given: declare(Role, "deploy", { assumeRolePolicy: unknown() }),
      at: "assumeRolePolicy",
    },
  ],
});
