import { LogDestinationPolicy } from "../../../lib/aws/logs/resource-policy";
import policy from "../../../policies/logs/no-public-destination-policy";
import { policyTest } from "../../support/policy-test";
import { declare, jsonStringify, unknown } from "../../support/program";

const others = { destinationName: "central" };
const everybody = {
  Sid: "Write",
  Effect: "Allow",
  Principal: "*" as unknown,
  Action: "logs:PutSubscriptionFilter",
  Resource: "*",
};

function document(...statements: readonly object[]) {
  return jsonStringify({ Version: "2012-10-17", Statement: statements });
}

function holder(principal: unknown, condition?: object) {
  const statement = { ...everybody, Principal: principal };
  const written = condition ? { ...statement, Condition: condition } : statement;
  return declare(LogDestinationPolicy, "open", { ...others, accessPolicy: document(written) });
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
      given: declare(LogDestinationPolicy, "open", {
        ...others,
        accessPolicy: document({ ...everybody, Effect: "Deny" }),
      }),
    },
  ],
  fail: [
    {
      name: "everybody",
      given: holder("*"),
      findings: [{ id: "open", at: "accessPolicy.Statement[0]", data: { statement: "Write", policy: "open" } }],
      controls: ["logs.destination-policy"],
    },
    { name: "every account", given: holder({ AWS: "*" }), findings: [{ id: "open", at: "accessPolicy.Statement[0]" }] },
    {
      name: "everybody, on a condition that anybody meets",
      given: holder("*", { StringLike: { "aws:PrincipalArn": "*" } }),
      findings: [{ id: "open", at: "accessPolicy.Statement[0]" }],
    },
    {
      name: "everybody but one",
      given: declare(LogDestinationPolicy, "open", {
        ...others,
        accessPolicy: document({
          Effect: "Allow",
          NotPrincipal: { AWS: "arn:aws:iam::123456789012:user/intern" },
          Action: "logs:PutSubscriptionFilter",
          Resource: "*",
        }),
      }),
      findings: [{ id: "open", at: "accessPolicy.Statement[0]", data: { statement: "Statement[0]", policy: "open" } }],
    },
  ],
  unknown: [
    {
      name: "a document not known yet",
      given: declare(LogDestinationPolicy, "open", { ...others, accessPolicy: unknown() }),
      at: "accessPolicy",
    },
    { name: "a principal not known yet", given: holder(unknown()), at: "accessPolicy" },
  ],
});
