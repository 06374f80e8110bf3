import policy from "../../../policies/iam/limit-access-level";
import { allow, inlineOf, managed, managedWith, roleFor, roleForAccount } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { unknown } from "../../support/program";

const person = roleForAccount();
const workload = roleFor("lambda.amazonaws.com");
const writes = allow("s3:PutObject", "arn:aws:s3:::app/*");
const config = { maxLevel: { people: "Read", workloads: "Write" } };

export default policyTest(policy, {
  pass: [
    { name: "no limit is set", given: [person, inlineOf(person, "all", allow("*"))] },
    { name: "a person who reads", config, given: [person, inlineOf(person, "read", allow("s3:Get*"))] },
    {
      name: "a limit for people alone",
      config: { maxLevel: { people: "Read" } },
      given: [workload, inlineOf(workload, "open", allow("s3:PutBucketPolicy", "arn:aws:s3:::app"))],
    },
    { name: "a workload that writes", config, given: [workload, inlineOf(workload, "write", writes)] },
  ],
  fail: [
    {
      name: "a person who writes",
      config,
      given: [person, inlineOf(person, "write", allow(["s3:GetObject", "sqs:ListQueues"]), writes)],
      findings: [{ id: "beyond", at: "", data: { holder: "role `ci`", level: "Read", actions: "`s3:PutObject`" } }],
    },
    {
      name: "a workload that changes permissions",
      config,
      given: [workload, inlineOf(workload, "open", allow("s3:PutBucketPolicy", "arn:aws:s3:::app"))],
      findings: [{ id: "beyond", at: "" }],
    },
    {
      name: "a policy that nobody holds yet",
      config,
      given: managed(writes),
      findings: [{ id: "beyond", at: "policy" }],
    },
  ],
  unknown: [{ name: "a document that is known after deployment", config, given: managedWith(unknown()), at: "policy" }],
});
