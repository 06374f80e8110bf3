import policy from "../../../policies/iam/limit-marketplace-subscriptions";
import { allow, inlineOf, managed, managedWith, roleForAccount } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

const buyers = roleForAccount({}, "buyers");

export default policyTest(policy, {
  pass: [
    {
      name: "named products",
      given: managed(
        allow("aws-marketplace:Subscribe", "*", {
          Condition: { "ForAnyValue:StringEquals": { "aws-marketplace:ProductId": ["prod-1"] } },
        }),
      ),
    },
    { name: "looking at subscriptions", given: managed(allow("aws-marketplace:ViewSubscriptions")) },
  ],
  fail: [
    {
      name: "any product",
      given: managed(allow(["aws-marketplace:ViewSubscriptions", "aws-marketplace:Subscribe"])),
      findings: [
        {
          id: "anyProduct",
          at: "policy.Statement[0].Action[1]",
          data: { document: "policy `deploy`", statement: "Statement[0]" },
        },
      ],
      controls: ["iam.policy.marketplace-subscribe"],
    },
    {
      name: "an inline policy with all of the service",
      given: [inlineOf(buyers, "buy", allow("aws-marketplace:*")), buyers],
      findings: [{ id: "anyProduct", at: "policy.Statement[0].Action" }],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
