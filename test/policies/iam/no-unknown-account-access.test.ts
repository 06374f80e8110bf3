import { Key } from "../../../lib/aws/kms/key";
import { Queue } from "../../../lib/aws/sqs/queue";
import policy from "../../../policies/iam/no-unknown-account-access";
import { policyTest } from "../../support/policy-test";
import { declare, unknown } from "../../support/program";
import { documentOf } from "../../support/trust";

const other = "arn:aws:iam::210987654321:root";

function queue(principal: object, condition?: object) {
  const statement = { Sid: "Send", Effect: "Allow", Principal: principal, Action: "sqs:SendMessage", Resource: "*" };
  return declare(Queue, "jobs", { policy: documentOf(condition ? { ...statement, Condition: condition } : statement) });
}

const own = "arn:aws:iam::123456789012:root";

function key(...principals: readonly string[]) {
  const owner = { Sid: "Own", Effect: "Allow", Principal: { AWS: own }, Action: "kms:*", Resource: "*" };
  const others = principals.map((AWS) => ({ ...owner, Sid: "Use", Principal: { AWS }, Action: "kms:Decrypt" }));
  return declare(Key, "data", { policy: documentOf(owner, ...others) });
}

export default policyTest(policy, {
  pass: [
    { name: "no policy", given: declare(Queue, "jobs") },
    { name: "the own account", only: "deployed", given: queue({ AWS: "arn:aws:iam::123456789012:root" }) },
    { name: "a trusted account", given: queue({ AWS: other }), settings: { trustedAccounts: ["210987654321"] } },
    {
      name: "an account of the organization",
      given: queue({ AWS: other }, { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
    },
    { name: "a key of the account that owns it, known or not", given: key() },
    { name: "a service", given: queue({ Service: "sns.amazonaws.com" }) },
    { name: "load balancers' account of a region", given: queue({ AWS: "arn:aws:iam::127311923021:root" }) },
    {
      name: "a distribution",
      given: queue({ AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1" }),
    },
  ],
  fail: [
    {
      name: "another account",
      only: "deployed",
      given: queue({ AWS: other }),
      findings: [
        {
          id: "foreign",
          at: "policy.Statement[0].Principal.AWS",
          data: { statement: "Send", document: "policy of queue `jobs`", account: "account 210987654321" },
        },
      ],
    },
    {
      name: "a role of another account, while others are trusted",
      only: "deployed",
      given: queue({ AWS: ["arn:aws:iam::123456789012:role/ci", "arn:aws:iam::210987654321:role/ci"] }),
      settings: { trustedAccounts: ["111122223333"] },
      findings: [{ id: "foreign", at: "policy.Statement[0].Principal.AWS[1]" }],
    },
    {
      name: "the key of another account's data",
      only: "deployed",
      given: key(other),
      findings: [
        {
          id: "foreign",
          at: "policy.Statement[1].Principal.AWS",
          data: { document: "policy of key `data`", statement: "Use", account: "account 210987654321" },
        },
      ],
    },
    {
      name: "all but one organization",
      only: "deployed",
      given: queue({ AWS: other }, { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
      findings: [{ id: "foreign", at: "policy.Statement[0].Principal.AWS" }],
    },
  ],
  unknown: [
    { name: "the own account is not known yet", given: queue({ AWS: other }), at: "policy.Statement[0].Principal.AWS" },
    { name: "whose a key is when others are let in", given: key(other), at: "policy.Statement[1].Principal.AWS" },
    { name: "a document not known yet", given: declare(Queue, "jobs", { policy: unknown() }), at: "policy" },
  ],
});
