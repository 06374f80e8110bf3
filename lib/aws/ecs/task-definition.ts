import { type ecs } from "@pulumi/aws";
import { resourceView } from "../view";

/** An ECS task definition. */
export const TaskDefinition = resourceView<ecs.TaskDefinitionArgs>()(
  ["aws:ecs/taskDefinition:TaskDefinition"],
  (read) => ({
    family: read.text("family"),
    /** The role of the applications in the containers. */
    taskRoleArn: read.text("taskRoleArn"),
    /** The role of the agent that pulls images, writes logs and reads secrets. */
    executionRoleArn: read.text("executionRoleArn"),
  }),
);
