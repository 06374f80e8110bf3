import { Key } from "../../../lib/aws/kms/key";
import { Queue } from "../../../lib/aws/sqs/queue";
import policy from "../../../policies/iam/no-whole-account-access";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";
import { documentOf } from "../../support/trust";

const other = "arn:aws:iam::210987654321:root";
const own = "arn:aws:iam::123456789012:root";
const settings = { trustedAccounts: ["210987654321"] };

function queue(principal: string, condition?: object) {
  const statement = { Sid: "Send", Effect: "Allow", Principal: { AWS: principal }, Action: "sqs:SendMessage" };
  const written = { ...statement, Resource: "*", ...(condition === undefined ? {} : { Condition: condition }) };
  return declare(Queue, "jobs", { policy: documentOf(written) });
}

function key(principal: string) {
  const owner = { Sid: "Own", Effect: "Allow", Principal: { AWS: own }, Action: "kms:*", Resource: "*" };
  return declare(Key, "data", {
    policy: documentOf(owner, { ...owner, Sid: "Use", Principal: { AWS: principal }, Action: "kms:Decrypt" }),
  });
}

const finding = { id: "wholeAccount", at: "policy.Statement[0].Principal.AWS" };

export default policyTest(policy, {
  pass: [
    { name: "a role", settings, given: queue("arn:aws:iam::210987654321:role/sender") },
    { name: "the own account", settings, given: queue(own) },
    {
      name: "the own account in a key's policy, as it must be",
      settings,
      given: key("arn:aws:iam::210987654321:role/reader"),
    },
    {
      name: "the account, with a condition on who",
      settings,
      given: queue(other, { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::210987654321:role/sender-*" } }),
    },
    { name: "an account that is not trusted: that is another matter", given: queue(other) },
  ],
  fail: [
    {
      name: "a trusted account",
      settings,
      only: "deployed",
      given: queue(other),
      findings: [
        {
          ...finding,
          data: { statement: "Send", document: "policy of queue `jobs`", account: "account 210987654321" },
        },
      ],
    },
    { name: "by its bare id", settings, only: "deployed", given: queue("210987654321"), findings: [finding] },
    {
      name: "in the policy of a key",
      settings,
      only: "deployed",
      given: key(other),
      findings: [{ id: "wholeAccount", at: "policy.Statement[1].Principal.AWS" }],
    },
    {
      name: "under circumstances",
      settings,
      only: "deployed",
      given: queue(other, { Bool: { "aws:SecureTransport": "true" } }),
      findings: [finding],
    },
  ],
  unknown: [
    {
      name: "whether the account is the own one",
      settings,
      given: queue(other),
      at: "policy.Statement[0].Principal.AWS",
    },
    { name: "a document not known yet", settings, given: declare(Queue, "jobs", { policy: unknown() }), at: "policy" },
  ],
});
