import { Key } from "../../../lib/aws/kms/key";
import { Role } from "../../../lib/aws/iam/role";
import { Queue } from "../../../lib/aws/sqs/queue";
import policy from "../../../policies/iam/no-not-principal";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, unknown } from "../../support/program";
import { documentOf, roleWith } from "../../support/trust";

const intern = { AWS: "arn:aws:iam::123456789012:user/intern" };
const allBut = { Effect: "Allow", NotPrincipal: intern, Action: "sqs:*", Resource: "*" };

function queue(statement: object) {
  return declare(Queue, "jobs", { policy: documentOf(statement) });
}

export default policyTest(policy, {
  pass: [
    { name: "a principal", given: queue({ ...allBut, NotPrincipal: undefined, Principal: intern }) },
    { name: "a denial of all but one", given: queue({ ...allBut, Effect: "Deny" }) },
    { name: "a key, which another policy judges", given: declare(Key, "data", { policy: documentOf(allBut) }) },
  ],
  fail: [
    {
      name: "the policy of a resource",
      given: queue(allBut),
      findings: [
        {
          id: "everybodyBut",
          at: "policy.Statement[0]",
          data: { statement: "Statement[0]", document: "policy of queue `jobs`" },
        },
      ],
      controls: ["iam.resource-policy.not-principal"],
    },
    {
      name: "a trust policy",
      given: roleWith({ Effect: "Allow", NotPrincipal: intern, Action: "sts:AssumeRole" }),
      findings: [{ id: "everybodyBut", at: "assumeRolePolicy.Statement[0]" }],
      controls: ["iam.trust.not-principal"],
    },
    {
      name: "the policy of an endpoint",
      given: declareType("aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy", "s3", { policy: documentOf(allBut) }),
      findings: [{ id: "everybodyBut", at: "policy.Statement[0]" }],
    },
  ],
  unknown: [
    {
      name: "a trust policy not known yet",
      given: declare(Role, "deploy", { assumeRolePolicy: unknown() }),
      at: "assumeRolePolicy",
    },
  ],
});
