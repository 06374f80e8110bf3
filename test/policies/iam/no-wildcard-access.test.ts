import { Queue } from "../../../lib/aws/sqs/queue";
import policy from "../../../policies/iam/no-wildcard-access";
import { policyTest } from "../../support/policy-test";
import { declare, declareType, unknown } from "../../support/program";
import { documentOf } from "../../support/trust";

function queue(principal: object | string, condition?: object, effect = "Allow") {
  const statement = { Sid: "Send", Effect: effect, Principal: principal, Action: "sqs:SendMessage", Resource: "*" };
  const written = condition === undefined ? statement : { ...statement, Condition: condition };
  return declare(Queue, "jobs", { policy: documentOf(written) });
}

const ofOrganization = { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };

export default policyTest(policy, {
  pass: [
    { name: "the account, under a condition", given: queue({ AWS: "123456789012" }, ofOrganization) },
    {
      name: "a service, under a condition",
      given: queue({ Service: "sns.amazonaws.com" }, { StringEquals: { "aws:SourceAccount": "123456789012" } }),
    },
    { name: "a denial", given: queue("*", { Bool: { "aws:SecureTransport": "false" } }, "Deny") },
    { name: "everybody without a condition: that is another matter", given: queue("*") },
    {
      name: "a file system that is mounted in its network, as AWS documents it",
      given: declareType("aws:efs/fileSystemPolicy:FileSystemPolicy", "shared", {
        fileSystemId: "fs-01234567",
        policy: documentOf({
          Effect: "Allow",
          Principal: { AWS: "*" },
          Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
          Resource: "*",
          Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
        }),
      }),
    },
  ],
  fail: [
    {
      name: "everybody of the organization",
      given: queue("*", ofOrganization),
      findings: [
        {
          id: "conditionsOnly",
          at: "policy.Statement[0]",
          data: { statement: "Send", document: "policy of queue `jobs`" },
        },
      ],
    },
    {
      name: "everybody through an endpoint",
      given: queue({ AWS: "*" }, { StringEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } }),
      findings: [{ id: "conditionsOnly", at: "policy.Statement[0]" }],
    },
    {
      name: "what a topic sends, without naming the service",
      given: queue("*", { ArnEquals: { "aws:SourceArn": "arn:aws:sns:us-east-1:123456789012:alerts" } }),
      findings: [{ id: "conditionsOnly", at: "policy.Statement[0]" }],
    },
  ],
  unknown: [{ name: "a document not known yet", given: declare(Queue, "jobs", { policy: unknown() }), at: "policy" }],
});
