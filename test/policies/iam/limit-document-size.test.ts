import policy from "../../../policies/iam/limit-document-size";
import { allow, inlineOf, managed, managedWith, roleFor } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";
import { roleWith, trust } from "../../support/trust";

/** Forty characters each, with quotes and comma. */
const objects = (count: number) =>
  Array.from({ length: count }, (_, index) => `arn:aws:s3:::app-data/${String(index).padStart(15, "0")}`);
const long = (count: number) => allow("s3:GetObject", objects(count));
const role = roleFor("lambda.amazonaws.com");
const remedy = "Split it, or shorten its lists with wildcards that grant no more than is needed.";

export default policyTest(policy, {
  pass: [
    { name: "a managed policy of 6,000 characters", given: managed(long(145)) },
    {
      name: "an inline policy of a role beyond what a managed one takes",
      given: [role, inlineOf(role, "a", long(200))],
    },
    {
      name: "spaces are not counted",
      given: managedWith(JSON.stringify({ Version: "2012-10-17", Statement: long(145) }, undefined, 8)),
    },
    {
      name: "a trust policy beyond the first quota, which AWS raises",
      given: roleWith(trust({ AWS: objects(170).map((_, index) => `arn:aws:iam::111122223333:role/r${index}`) })),
    },
    {
      name: "a queue's policy, of which no quota is known here",
      given: declareType("aws:sqs/queuePolicy:QueuePolicy", "jobs", {
        queueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs",
        policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ ...long(700), Principal: "*" }] }),
      }),
    },
  ],
  fail: [
    {
      name: "a long managed policy",
      given: managed(long(200)),
      findings: [
        { id: "tooLong", at: "policy", data: { document: "policy `deploy`", size: "8094", quota: "6144", remedy } },
      ],
      controls: ["iam.grammar.size"],
    },
    {
      name: "two inline policies that are too long together",
      given: [role, inlineOf(role, "a", long(150)), inlineOf(role, "b", long(150))],
      findings: [
        {
          id: "tooLong",
          on: "ci",
          at: "",
          data: {
            document: "the inline policies of role `ci` together",
            size: "12188",
            quota: "10240",
            remedy: "Move statements into managed policies, which take 6144 characters each.",
          },
        },
      ],
      controls: ["iam.grammar.size"],
    },
    {
      name: "an inline policy of a user",
      given: [
        declareType("aws:iam/user:User", "ada", { name: "ada" }),
        declareType("aws:iam/userPolicy:UserPolicy", "read", { user: "ada", policy: managedText(60) }),
      ],
      findings: [{ id: "tooLong", on: "ada", at: "" }],
    },
    {
      name: "a trust policy beyond every quota",
      given: roleWith(trust({ AWS: objects(230).map((_, index) => `arn:aws:iam::111122223333:role/r${index}`) })),
      findings: [{ id: "tooLong", at: "assumeRolePolicy" }],
    },
    {
      name: "a trust policy beyond the account's quota",
      given: roleWith(trust({ AWS: objects(70).map((_, index) => `arn:aws:iam::111122223333:role/r${index}`) })),
      config: { trustPolicySize: 2048 },
      findings: [{ id: "tooLong", at: "assumeRolePolicy" }],
    },
    {
      name: "a bucket policy",
      given: declareType("aws:s3/bucketPolicy:BucketPolicy", "data", {
        bucket: "app-data",
        policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ ...long(600), Principal: "*" }] }),
      }),
      findings: [{ id: "tooLong", at: "policy" }],
    },
    {
      name: "a service control policy",
      given: declareType("aws:organizations/policy:Policy", "guard", { content: managedText(300) }),
      findings: [{ id: "tooLong", at: "content" }],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", given: managedWith(unknown()), at: "policy" }],
});

function managedText(count: number): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [long(count)] });
}
