import { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { SNSClient } from "@aws-sdk/client-sns";
import { writeLog } from "./log";
import { type Answer, respond, type Responder } from "./respond";
import { environmentNames, readDeclaredTrail, regionOf } from "./settings";

let responder: Responder | undefined;

/** The entry point for Lambda: one EventBridge event for each invocation. */
export async function handler(event: unknown): Promise<Answer> {
  responder ??= createResponder(process.env);
  return respond(event, responder);
}

function createResponder(environment: NodeJS.ProcessEnv): Responder {
  const declared = readDeclaredTrail(variable(environment, environmentNames.trail));
  const topicArn = variable(environment, environmentNames.topic);
  return {
    declared,
    roleArn: variable(environment, environmentNames.role),
    topicArn,
    cloudTrail: new CloudTrailClient({ region: regionOf(declared.arn) }),
    sns: new SNSClient({ region: regionOf(topicArn) }),
    log: writeLog,
    told: new Set(),
  };
}

function variable(environment: NodeJS.ProcessEnv, name: string): string {
  const value = environment[name];
  if (value === undefined || value === "") throw new Error(`the environment variable \`${name}\` is not set`);
  return value;
}
