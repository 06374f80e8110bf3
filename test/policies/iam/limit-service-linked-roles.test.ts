import policy from "../../../policies/iam/limit-service-linked-roles";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

const create = "iam:CreateServiceLinkedRole";
const forService = { Condition: { StringEquals: { "iam:AWSServiceName": "ecs.amazonaws.com" } } };

export default policyTest(policy, {
  pass: [
    { name: "for one service by a condition", given: managed(allow(create, "*", forService)) },
    {
      name: "for one service by the role's path",
      given: managed(allow(create, "arn:aws:iam::*:role/aws-service-role/ecs.amazonaws.com/*")),
    },
    { name: "all of IAM, which another policy reports", given: managed(allow("iam:*")) },
    { name: "reading roles", given: managed(allow("iam:GetRole")) },
  ],
  fail: [
    {
      name: "for every service",
      given: managed(allow(["iam:GetRole", create])),
      findings: [
        {
          id: "anyService",
          at: "policy.Statement[0].Action[1]",
          data: { document: "policy `deploy`", statement: "Statement[0]" },
        },
      ],
      controls: ["iam.policy.slr-star"],
    },
    {
      name: "for every service by the path of all linked roles",
      given: managed(allow(create, "arn:aws:iam::111122223333:role/aws-service-role/*")),
      findings: [{ id: "anyService", at: "policy.Statement[0].Action" }],
    },
    {
      name: "by a wildcard, under a condition that names no service",
      given: managed(
        allow("iam:CreateService*", "*", { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }),
      ),
      findings: [{ id: "anyService", at: "policy.Statement[0].Action" }],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
