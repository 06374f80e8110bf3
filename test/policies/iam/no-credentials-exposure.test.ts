import policy from "../../../policies/iam/no-credentials-exposure";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "images of the own registry", given: managed(allow("ecr:GetAuthorizationToken")) },
    {
      name: "the own access keys",
      given: managed(allow("iam:CreateAccessKey", "arn:aws:iam::*:user/${aws:username}")),
    },
    {
      name: "one user of every database",
      given: managed(
        allow("redshift:GetClusterCredentials", ["arn:aws:redshift:*:*:dbuser:*/app", "arn:aws:redshift:*:*:dbname:*"]),
      ),
    },
    {
      name: "a whole service, which another policy reports",
      given: managed(allow(["ec2:*", "ec2:GetPasswordData"])),
    },
  ],
  fail: [
    {
      name: "access keys of any user",
      given: managed(allow("iam:*AccessKey*")),
      findings: [
        {
          id: "everywhere",
          at: "policy.Statement[0].Action",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            actions: "`iam:CreateAccessKey` and `iam:UpdateAccessKey`",
          },
        },
      ],
      controls: ["iam.policy.credentials-exposure"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
