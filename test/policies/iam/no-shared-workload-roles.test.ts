import policy from "../../../policies/iam/no-shared-workload-roles";
import { roleFor } from "../../support/iam-documents";
import { policyTest } from "../../support/policy-test";
import { declareType, external, unknown } from "../../support/program";

const [first, second] = [roleFor("lambda.amazonaws.com", {}, "a"), roleFor("lambda.amazonaws.com", {}, "b")];
const lambda = (name: string, role: unknown) => declareType("aws:lambda/function:Function", name, { role });
const task = (name: string, taskRoleArn: unknown) =>
  declareType("aws:ecs/taskDefinition:TaskDefinition", name, { family: name, taskRoleArn });

export default policyTest(policy, {
  pass: [
    { name: "a role each", given: [first, second, lambda("report", first.arn), lambda("resize", second.arn)] },
    { name: "tasks without a role", given: [task("web", undefined), task("jobs", undefined)] },
    {
      name: "roles outside the stack, a role each",
      given: [
        lambda("report", external("arn:aws:iam::111122223333:role/report")),
        lambda("resize", external("arn:aws:iam::111122223333:role/resize")),
      ],
    },
  ],
  fail: [
    {
      name: "two functions with one role",
      given: [lambda("report", first.arn), lambda("resize", first.arn), first],
      findings: [
        {
          id: "shared",
          on: "resize",
          at: "role",
          data: { user: "function `resize`", role: "a", other: "function `report`" },
        },
      ],
      controls: ["iam.workload.shared-role"],
    },
    {
      name: "a task with the role of a function",
      given: [lambda("report", first.arn), task("web", first.arn), first],
      findings: [{ id: "shared", on: "web", at: "taskRoleArn" }],
    },
  ],
  unknown: [{ name: "a role that is known after deployment", given: lambda("report", unknown()), at: "role" }],
});
