import { TaskDefinition } from "../../lib/aws/ecs/task-definition";
import { sameRole } from "../../lib/aws/iam/same-role";
import { inStack } from "../../lib/aws/view";
import { negate } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "ecs-require-separate-roles",
  on: inStack(TaskDefinition),
  severity: "medium",
  preset: "recommended",
  summary: "The containers of a task must not run with the role of the agent that starts them",
  why: "The agent's role pulls every image and reads every secret of the task; an application that has it can do so too.",
  fix: "Give `taskRoleArn` a role of its own that grants what the application calls.",
  practice: 13,
  covers: ["iam.ecs.task-role"],
  nist: ["AC-6"],
  messages: { shared: "task definition `{task}` gives its containers the role that starts them" },
  *check({ stack, subject }, { must }) {
    const { resource, taskRoleArn, executionRoleArn, name } = subject;
    if (taskRoleArn.kind === "absent" || executionRoleArn.kind === "absent") return;
    yield* must(negate(sameRole(stack, resource, taskRoleArn, executionRoleArn)), "shared", { task: name });
  },
});
