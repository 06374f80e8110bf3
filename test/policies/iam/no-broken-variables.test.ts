import policy from "../../../policies/iam/no-broken-variables";
import { allow, managed, managedWith } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

export default policyTest(policy, {
  pass: [
    { name: "variables", given: managed(allow("s3:GetObject", "arn:aws:s3:::home/${aws:username}/*")) },
    { name: "a default", given: managed(allow("s3:GetObject", "arn:aws:s3:::home/${aws:PrincipalTag/team, 'all'}/*")) },
    {
      name: "a tag with a space",
      given: managed(allow("s3:GetObject", "arn:aws:s3:::home/${aws:PrincipalTag/Cost Center}/*")),
    },
    { name: "an escaped star", given: managed(allow("s3:GetObject", "arn:aws:s3:::home/${*}/*")) },
    {
      name: "a provider's claim",
      given: managed(allow("s3:GetObject", "arn:aws:s3:::home/${cognito-identity.amazonaws.com:sub}/*")),
    },
    {
      name: "a key that is not known here and like none",
      given: managed(allow("s3:GetObject", "arn:aws:s3:::home/${transfer:HomeFolderOfTheUser}/*")),
    },
    {
      name: "plain text of the older version",
      given: managedWith(
        JSON.stringify({ Version: "2008-10-17", Statement: [allow("s3:GetObject", "arn:aws:s3:::home/${")] }),
      ),
    },
    {
      name: "a device policy, which has variables of its own",
      given: declareType("aws:iot/policy:Policy", "device", {
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [allow("iot:Connect", "arn:aws:iot:*:*:client/${thing}")],
        }),
      }),
    },
  ],
  fail: [
    {
      name: "a variable that does not end",
      given: managed(allow("s3:GetObject", "arn:aws:s3:::home/${aws:username/*")),
      findings: [
        {
          id: "noBrace",
          at: "policy.Statement[0].Resource",
          data: { document: "policy `deploy`", statement: "Statement[0]", value: "${aws:username/*", meant: "" },
        },
      ],
      controls: ["iam.condition.variable-syntax"],
    },
    {
      name: "a variable without a name",
      given: managed(allow("s3:GetObject", "arn:aws:s3:::home/${}/*")),
      findings: [
        {
          id: "empty",
          at: "policy.Statement[0].Resource",
          data: { document: "policy `deploy`", statement: "Statement[0]", value: "${}", meant: "" },
        },
      ],
    },
    {
      name: "a template literal that is none",
      given: managed(allow("s3:GetObject", "arn:aws:s3:::${app-bucket}/*")),
      findings: [
        {
          id: "noKey",
          at: "policy.Statement[0].Resource",
          data: { document: "policy `deploy`", statement: "Statement[0]", value: "${app-bucket}", meant: "" },
        },
      ],
      controls: ["iam.condition.variable-syntax"],
    },
    {
      name: "a default without quotes",
      given: managed(allow("s3:GetObject", "arn:aws:s3:::home/${aws:PrincipalTag/team, all}/*")),
      findings: [
        {
          id: "noQuotes",
          at: "policy.Statement[0].Resource",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            value: "${aws:PrincipalTag/team, all}",
            meant: "${aws:PrincipalTag/team, 'all'}",
          },
        },
      ],
    },
    {
      name: "a name with a space",
      given: managed(allow("s3:GetObject", "arn:aws:s3:::home/${ aws:username }/*")),
      findings: [
        {
          id: "space",
          at: "policy.Statement[0].Resource",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            value: "${ aws:username }",
            meant: "${aws:username}",
          },
        },
      ],
    },
    {
      name: "a misspelled key in a condition",
      given: managed(
        allow("s3:ListBucket", "arn:aws:s3:::home", {
          Condition: { StringLike: { "s3:prefix": ["${aws:usernme}/*"] } },
        }),
      ),
      findings: [
        {
          id: "misspelled",
          at: "policy.Statement[0].Condition.StringLike.s3:prefix[0]",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            value: "${aws:usernme}",
            meant: "${aws:username}",
          },
        },
      ],
    },
    {
      name: "a variable as a principal",
      given: declareType("aws:s3/bucketPolicy:BucketPolicy", "data", {
        bucket: "app-data",
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [allow("s3:GetObject", "arn:aws:s3:::app-data/*", { Principal: { AWS: "${aws:PrincipalArn}" } })],
        }),
      }),
      findings: [
        {
          id: "misplaced",
          at: "policy.Statement[0].Principal.AWS",
          data: {
            document: "bucket policy `data`",
            statement: "Statement[0]",
            value: "${aws:PrincipalArn}",
            meant: "",
          },
        },
      ],
    },
    {
      name: "a variable under an operator of dates",
      given: managed(
        allow("s3:GetObject", "arn:aws:s3:::app-data/*", {
          Condition: { DateLessThan: { "aws:CurrentTime": "${aws:PrincipalTag/until}" } },
        }),
      ),
      findings: [
        {
          id: "operator",
          at: "policy.Statement[0].Condition.DateLessThan.aws:CurrentTime",
          data: {
            document: "policy `deploy`",
            statement: "Statement[0]",
            value: "${aws:PrincipalTag/until}",
            meant: "DateLessThan",
          },
        },
      ],
      controls: ["iam.condition.variable-syntax"],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});
