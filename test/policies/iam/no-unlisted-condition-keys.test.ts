import { conditionKeysDate } from "../../../lib/access/facts/condition-keys";
import policy from "../../../policies/iam/no-unlisted-condition-keys";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

function asking(key: string, action = "s3:GetObject") {
  return managed(allow(action, "arn:aws:s3:::app/*", { Condition: { StringEquals: { [key]: "a" } } }));
}

export default policyTest(policy, {
  pass: [
    { name: "a global key", given: asking("aws:PrincipalOrgID") },
    { name: "a key of the service", given: asking("s3:ExistingObjectTag/team") },
    { name: "a key of a service that is not listed", given: asking("quantumcoffee:Bean") },
    { name: "a key of an identity provider", given: asking("token.actions.githubusercontent.com:sub") },
    { name: "a slip, which another policy reports", given: asking("aws:SourceAcount") },
    { name: "a tag without its name, which another policy reports", given: asking("aws:ResourceTag") },
    { name: "no key at all, which another policy reports", given: asking("s3:") },
    { name: "a key that AWS uses itself", given: asking("lakeformation:GlueARN", "lakeformation:GetDataAccess") },
    {
      name: "a key of one service that another one lists",
      given: asking("ec2:osuser", "ec2-instance-connect:SendSSHPublicKey"),
    },
  ],
  fail: [
    {
      name: "a key that somebody made up",
      given: asking("s3:BucketOfTheTeam"),
      findings: [
        {
          id: "unlisted",
          at: "policy.Statement[0].Condition.StringEquals.s3:BucketOfTheTeam",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            key: "s3:BucketOfTheTeam",
            operator: "StringEquals",
            value: conditionKeysDate(),
            line: '"StringEquals": { "s3:BucketOfTheTeam": "a" }',
          },
        },
      ],
      controls: ["iam.condition.invalid-key"],
    },
    {
      name: "a global one",
      given: asking("aws:MoodOfTheCaller"),
      findings: [{ id: "unlisted", at: "policy.Statement[0].Condition.StringEquals.aws:MoodOfTheCaller" }],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
