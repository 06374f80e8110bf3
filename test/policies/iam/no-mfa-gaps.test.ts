import { ManagedPolicy } from "../../../lib/aws/iam/policy";
import policy from "../../../policies/iam/no-mfa-gaps";
import { denyUnless, denyWithoutMfa, everything } from "../../support/people";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";
import { documentOf, roleTrusting } from "../../support/trust";

function managed(...statements: readonly object[]) {
  return declare(ManagedPolicy, "people", { policy: documentOf(...statements) });
}

function allow(condition: object) {
  return managed({ ...everything, Condition: condition });
}

const key = "aws:MultiFactorAuthPresent";
const at = "policy.Statement[0]";

export default policyTest(policy, {
  pass: [
    { name: "no second factor asked", given: managed(everything) },
    { name: "a denial that access keys do not slip through", given: managed(denyWithoutMfa) },
    { name: "an allowance only with", given: allow({ Bool: { [key]: "true" } }) },
    { name: "in another case", given: allow({ Bool: { "AWS:multifactorauthpresent": "True" } }) },
    { name: "a denial for all that is not true", given: managed(denyUnless({ BoolIfExists: { [key]: false } })) },
    {
      name: "two denials that fill each other's gaps",
      given: managed(denyUnless({ Bool: { [key]: "false" } }), {
        ...denyUnless({ Null: { [key]: "true" } }),
        Sid: "DenyKeys",
      }),
    },
    {
      name: "present and true",
      given: allow({ Null: { [key]: "false" }, Bool: { [key]: "true" } }),
    },
    { name: "a trust policy", given: roleTrusting({ AWS: "123456789012" }, { Bool: { [key]: "true" } }) },
    { name: "an age", given: allow({ NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } }) },
  ],
  fail: [
    {
      name: "an allowance that takes requests that do not say",
      given: allow({ BoolIfExists: { [key]: "true" } }),
      findings: [{ id: "allowsKeys", at, data: { statement: "Everything", document: "policy `people`" } }],
      controls: ["iam.mfa.bad-pattern"],
    },
    {
      name: "the same in a trust policy",
      given: roleTrusting({ AWS: "123456789012" }, { BoolIfExists: { [key]: "true" } }),
      findings: [{ id: "allowsKeys", at: "assumeRolePolicy.Statement[0]" }],
    },
    {
      name: "an allowance that asks only for the key",
      given: allow({ Null: { [key]: "false" } }),
      findings: [{ id: "allowsAll", at, data: { statement: "Everything", document: "policy `people`" } }],
    },
    {
      name: "an allowance without a second factor",
      given: allow({ Bool: { [key]: "false" } }),
      findings: [{ id: "allowsOnlyWithout", at, data: { statement: "Everything", document: "policy `people`" } }],
    },
    {
      name: "a denial that access keys slip through",
      given: managed(denyUnless({ Bool: { [key]: "false" } })),
      findings: [{ id: "deniesOnlySessions", at, data: { statement: "DenyWithoutMfa", document: "policy `people`" } }],
    },
    {
      name: "a denial of access keys alone",
      given: managed(denyUnless({ Null: { [key]: "true" } })),
      findings: [{ id: "deniesOnlyKeys", at, data: { statement: "DenyWithoutMfa", document: "policy `people`" } }],
    },
    {
      name: "a denial of those with a second factor",
      given: managed(denyUnless({ Bool: { [key]: "true" } })),
      findings: [{ id: "deniesOnlyWith", at, data: { statement: "DenyWithoutMfa", document: "policy `people`" } }],
    },
  ],
  unknown: [
    { name: "a document not known yet", given: declare(ManagedPolicy, "people", { policy: unknown() }), at: "policy" },
  ],
});
