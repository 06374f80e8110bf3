import policy from "../../../policies/iam/no-admin-workload-role";
import { allow, attached, inlineOf, roleFor, roleForAccount } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { declareType, unknown } from "../../support/program";

const lambda = roleFor("lambda.amazonaws.com");
const tasks = roleFor("ecs-tasks.amazonaws.com");
const notebook = roleFor("sagemaker.amazonaws.com");
const person = roleForAccount();

export default policyTest(policy, {
  pass: [
    { name: "one bucket", given: [lambda, inlineOf(lambda, "own", allow("s3:GetObject", "arn:aws:s3:::app/*"))] },
    { name: "no service", given: [person, inlineOf(person, "all", allow("*"))] },
  ],
  fail: [
    {
      name: "a function that may do everything",
      given: [lambda, inlineOf(lambda, "all", allow("*"))],
      findings: [{ id: "administrator", at: "", data: { role: "role `ci`", service: "`lambda.amazonaws.com`" } }],
      controls: ["iam.workload.privileged-role"],
    },
    {
      name: "containers under AWS's policy for administrators",
      given: [tasks, attached(tasks, "all", "arn:aws:iam::aws:policy/AdministratorAccess")],
      findings: [{ id: "administrator", at: "" }],
      controls: ["iam.workload.ecs-admin-role"],
    },
    {
      name: "a notebook that manages IAM",
      given: [notebook, inlineOf(notebook, "people", allow("iam:*"))],
      findings: [{ id: "administrator", at: "" }],
      controls: ["iam.workload.sagemaker-role"],
    },
  ],
  unknown: [
    {
      name: "a policy that is known after deployment",
      given: [
        lambda,
        declareType("aws:iam/rolePolicy:RolePolicy", "own", { role: lambda.output("name"), policy: unknown() }),
      ],
      at: "",
    },
  ],
});
