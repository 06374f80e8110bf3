import { LogResourcePolicy } from "../../../lib/aws/logs/resource-policy";
import policy from "../../../policies/logs/no-public-resource-policy";
import { policyTest } from "../../support/policy-test";
import { declare, jsonStringify, unknown } from "../../support/program";

const others = { policyName: "writers" };
const everybody = {
  Sid: "Write",
  Effect: "Allow",
  Principal: "*" as unknown,
  Action: "logs:PutLogEvents",
  Resource: "*",
};

function document(...statements: readonly object[]) {
  return jsonStringify({ Version: "2012-10-17", Statement: statements });
}

function holder(principal: unknown, condition?: object) {
  const statement = { ...everybody, Principal: principal };
  const written = condition ? { ...statement, Condition: condition } : statement;
  return declare(LogResourcePolicy, "open", { ...others, policyDocument: document(written) });
}

export default policyTest(policy, {
  pass: [
    { name: "a service", given: holder({ Service: "delivery.logs.amazonaws.com" }) },
    { name: "an account", given: holder({ AWS: "123456789012" }) },
    {
      name: "everybody of the organization",
      given: holder("*", { StringEquals: { "aws:PrincipalOrgID": "o-abcdef1234" } }),
    },
    {
      name: "a denial",
      given: declare(LogResourcePolicy, "open", {
        ...others,
        policyDocument: document({ ...everybody, Effect: "Deny" }),
      }),
    },
  ],
  fail: [
    {
      name: "everybody",
      given: holder("*"),
      findings: [{ id: "open", at: "policyDocument.Statement[0]", data: { statement: "Write", policy: "open" } }],
      controls: ["logs.resource-policy-public"],
    },
    {
      name: "every account",
      given: holder({ AWS: "*" }),
      findings: [{ id: "open", at: "policyDocument.Statement[0]" }],
    },
    {
      name: "everybody, on a condition that anybody meets",
      given: holder("*", { StringLike: { "aws:PrincipalArn": "*" } }),
      findings: [{ id: "open", at: "policyDocument.Statement[0]" }],
    },
    {
      name: "everybody but one",
      given: declare(LogResourcePolicy, "open", {
        ...others,
        policyDocument: document({
          Effect: "Allow",
          NotPrincipal: { AWS: "arn:aws:iam::123456789012:user/intern" },
          Action: "logs:PutLogEvents",
          Resource: "*",
        }),
      }),
      findings: [
        { id: "open", at: "policyDocument.Statement[0]", data: { statement: "Statement[0]", policy: "open" } },
      ],
    },
  ],
  unknown: [
    {
      name: "a document not known yet",
      given: declare(LogResourcePolicy, "open", { ...others, policyDocument: unknown() }),
      at: "policyDocument",
    },
    { name: "a principal not known yet", given: holder(unknown()), at: "policyDocument" },
  ],
});
