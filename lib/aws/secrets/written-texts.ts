import { readJson } from "../../access/json";
import { type PropertyValue, isPropertyList, isPropertyMap, isUnknown, ownProperty } from "../../core/properties";
import { type Place, type Read, known, placeBelow, unread } from "../../core/read";
import { type Resource } from "../../core/resource";
import { type Truth, truthOf } from "../../core/truth";
import { resourceView } from "../view";
import { type SecretKind, readings, saysSecret, secretsIn } from "./recognise";

interface Holder {
  /** What messages call such a resource. */
  readonly noun: string;
  /** Properties that programs and configuration are written into. */
  readonly properties: readonly string[];
}

const holders: Readonly<Record<string, Holder>> = {
  "aws:amplify/app:App": { noun: "app", properties: ["buildSpec", "environmentVariables"] },
  "aws:apigateway/stage:Stage": { noun: "stage", properties: ["variables"] },
  "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion": {
    noun: "configuration",
    properties: ["content"],
  },
  "aws:apprunner/service:Service": { noun: "service", properties: ["sourceConfiguration"] },
  "aws:batch/jobDefinition:JobDefinition": {
    noun: "job definition",
    properties: ["containerProperties", "ecsProperties", "eksProperties", "nodeProperties", "parameters"],
  },
  "aws:cloudformation/stack:Stack": { noun: "stack", properties: ["parameters", "templateBody"] },
  "aws:cloudwatch/eventTarget:EventTarget": { noun: "event target", properties: ["input"] },
  "aws:codebuild/project:Project": { noun: "build project", properties: ["environment", "source"] },
  "aws:codepipeline/pipeline:Pipeline": { noun: "pipeline", properties: ["stages", "variables"] },
  "aws:ec2/instance:Instance": { noun: "instance", properties: ["userData", "userDataBase64"] },
  "aws:ec2/launchConfiguration:LaunchConfiguration": {
    noun: "launch configuration",
    properties: ["userData", "userDataBase64"],
  },
  "aws:ec2/launchTemplate:LaunchTemplate": { noun: "launch template", properties: ["userData"] },
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": {
    noun: "spot instance request",
    properties: ["userData", "userDataBase64"],
  },
  "aws:ecs/taskDefinition:TaskDefinition": { noun: "task definition", properties: ["containerDefinitions"] },
  "aws:elasticbeanstalk/environment:Environment": { noun: "environment", properties: ["settings"] },
  "aws:emr/cluster:Cluster": { noun: "cluster", properties: ["configurations", "configurationsJson", "steps"] },
  "aws:glue/connection:Connection": { noun: "connection", properties: ["connectionProperties"] },
  "aws:glue/job:Job": { noun: "job", properties: ["defaultArguments", "nonOverridableArguments"] },
  "aws:glue/trigger:Trigger": { noun: "trigger", properties: ["actions"] },
  "aws:imagebuilder/component:Component": { noun: "image component", properties: ["data"] },
  "aws:lambda/function:Function": { noun: "function", properties: ["environment"] },
  "aws:lightsail/instance:Instance": { noun: "instance", properties: ["userData"] },
  "aws:mwaa/environment:Environment": { noun: "environment", properties: ["airflowConfigurationOptions"] },
  "aws:s3/bucketObject:BucketObject": { noun: "object", properties: ["content", "contentBase64"] },
  "aws:s3/bucketObjectv2:BucketObjectv2": { noun: "object", properties: ["content", "contentBase64"] },
  "aws:sagemaker/model:Model": { noun: "model", properties: ["containers", "primaryContainer"] },
  "aws:sagemaker/notebookInstanceLifecycleConfiguration:NotebookInstanceLifecycleConfiguration": {
    noun: "lifecycle configuration",
    properties: ["onCreate", "onStart"],
  },
  "aws:scheduler/schedule:Schedule": { noun: "schedule", properties: ["target"] },
  "aws:sfn/stateMachine:StateMachine": { noun: "state machine", properties: ["definition"] },
  "aws:ssm/document:Document": { noun: "document", properties: ["content"] },
  "aws:ssm/parameter:Parameter": { noun: "parameter", properties: ["insecureValue", "value"] },
};

/** A credential that stands in a property. */
export interface WrittenSecret {
  readonly kind: SecretKind;
  readonly place: Place;
}

/** Resources into whose properties people write programs and configuration, with the credentials found in them. */
export const WrittenTexts = resourceView<object>()(Object.keys(holders), (_read, resource) => {
  const encrypted = isEncrypted(resource);
  const texts = encrypted === "yes" ? [] : textsOf(resource);
  const found = texts.flatMap(secretsAt);
  return {
    noun: holders[resource.type]?.noun ?? "resource",
    secrets: encrypted === "no" ? found : [],
    /**
     * Values that are not known yet and could well be credentials: whole programs, and what is named a secret. And
     * credentials of which it is not known yet whether they stand where they belong.
     */
    unread: [
      ...texts.flatMap(({ name, read, depth }) =>
        read.kind === "unknown" && (depth === 0 || saysSecret(name)) ? [read.place] : [],
      ),
      ...(encrypted === "unknown" ? found.map(({ place }) => place) : []),
    ],
  };
});

/** The credentials in one text under a name. */
export function secretsAt({
  name,
  read,
}: {
  readonly name: string;
  readonly read: Read<string>;
}): readonly WrittenSecret[] {
  if (read.kind !== "known") return [];
  const kinds = new Set(readings(read.value).flatMap((text) => secretsIn(text, name)));
  return [...kinds].map((kind) => ({ kind, place: read.place }));
}

interface WrittenText {
  /** The name that the text stands under. */
  readonly name: string;
  readonly read: Read<string>;
  /** Levels below the property. */
  readonly depth: number;
}

/** A `SecureString` is where a secret belongs. */
function isEncrypted(resource: Resource): Truth {
  const type = ownProperty(resource.properties, "type");
  return isUnknown(type) ? "unknown" : truthOf(type === "SecureString");
}

function textsOf(resource: Resource): readonly WrittenText[] {
  return (holders[resource.type]?.properties ?? []).flatMap((name) =>
    textsIn(ownProperty(resource.properties, name), name, { urn: resource.urn, path: name }, 0),
  );
}

function textsIn(value: PropertyValue | undefined, name: string, place: Place, depth: number): readonly WrittenText[] {
  if (isUnknown(value)) return [{ name, read: unread(place), depth }];
  if (typeof value === "string") return textsInText(value, name, place, depth);
  if (isPropertyList(value))
    return value.flatMap((item, index) => textsIn(item, nameIn(item) ?? name, placeBelow(place, index), depth + 1));
  if (!isPropertyMap(value)) return [];
  const own = nameIn(value);
  return Object.entries(value).flatMap(([key, each]) =>
    textsIn(each, key === "value" ? (own ?? name) : key, placeBelow(place, key), depth + 1),
  );
}

/** Containers are described in JSON: its values are read one by one, under their names. */
function textsInText(value: string, name: string, place: Place, depth: number): readonly WrittenText[] {
  const whole: WrittenText = { name, read: known(value, place), depth };
  if (depth > 0 || !/^\s{0,8}[[{]/.test(value)) return [whole];
  const tree = readJson(value).value;
  return tree === undefined || typeof tree === "string" ? [whole] : textsIn(tree, name, place, 1);
}

/** Environment variables are often a list of `{ name, value }`. */
function nameIn(item: PropertyValue | undefined): string | undefined {
  const name = isPropertyMap(item) ? ownProperty(item, "name") : undefined;
  return typeof name === "string" ? name : undefined;
}
