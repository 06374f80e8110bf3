import { TaskDefinition } from "../../../lib/aws/ecs/task-definition";
import { Role } from "../../../lib/aws/iam/role";
import policy from "../../../policies/ecs/require-separate-roles";
import { policyTest } from "../../support/policy-test";
import { declare, external, unknown } from "../../support/program";

const trust = JSON.stringify({ Version: "2012-10-17", Statement: [] });
const [task, execution] = [
  declare(Role, "task", { assumeRolePolicy: trust }),
  declare(Role, "execution", { assumeRolePolicy: trust }),
];
const containers = { family: "api", containerDefinitions: "[]" };

export default policyTest(policy, {
  pass: [
    {
      name: "two roles",
      given: [
        declare(TaskDefinition, "api", { ...containers, taskRoleArn: task.arn, executionRoleArn: execution.arn }),
        task,
        execution,
      ],
    },
    {
      name: "a task that calls nothing",
      given: [declare(TaskDefinition, "api", { ...containers, executionRoleArn: execution.arn }), execution],
    },
    {
      name: "a role of the stack and one outside",
      given: [
        declare(TaskDefinition, "api", {
          ...containers,
          taskRoleArn: task.arn,
          executionRoleArn: external("arn:aws:iam::123456789012:role/ecs"),
        }),
        task,
      ],
    },
  ],
  fail: [
    {
      name: "one role for both",
      given: [
        declare(TaskDefinition, "api", { ...containers, taskRoleArn: task.arn, executionRoleArn: task.arn }),
        task,
      ],
      findings: [{ id: "shared", at: "taskRoleArn", data: { task: "api" } }],
      controls: ["iam.ecs.task-role"],
    },
    {
      name: "one role outside the stack for both",
      given: declare(TaskDefinition, "api", {
        ...containers,
        taskRoleArn: "arn:aws:iam::123456789012:role/ecs",
        executionRoleArn: "arn:aws:iam::123456789012:role/ecs",
      }),
      findings: [{ id: "shared", at: "taskRoleArn" }],
    },
  ],
  unknown: [
    {
      name: "a role that is not known yet",
      given: [
        declare(TaskDefinition, "api", { ...containers, taskRoleArn: unknown(), executionRoleArn: execution.arn }),
        execution,
      ],
      at: "taskRoleArn",
    },
  ],
});
