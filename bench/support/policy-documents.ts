import { type PropertyMap } from "../../lib/core/properties";

const account = "123456789012";

type Make = (document: number, statement: number) => PropertyMap;

/** Statements as documents of today have them; a few of them are too wide, as they are there as well. */
const kinds: readonly Make[] = [
  (d, s) => ({
    Action: ["s3:GetObject", "s3:PutObject"],
    Resource: [`arn:aws:s3:::data-${d}-${s}/*`, `arn:aws:s3:::data-${d}-${s}/in/*`],
  }),
  (d, s) => ({
    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: `arn:aws:logs:eu-central-1:${account}:log-group:/app/${d}/${s}:*`,
  }),
  (d, s) => ({
    Action: ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:UpdateItem"],
    Resource: `arn:aws:dynamodb:eu-central-1:${account}:table/t-${d}-${s}`,
    Condition: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["${aws:userid}"] } },
  }),
  (d, s) => ({
    Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueue*"],
    Resource: `arn:aws:sqs:eu-central-1:${account}:q-${d}-${s}`,
  }),
  () => ({ Action: ["ec2:Describe*", "cloudwatch:Get*", "cloudwatch:List*"], Resource: "*" }),
  (d, s) => ({
    Action: "iam:PassRole",
    Resource: `arn:aws:iam::${account}:role/task-${d}-${s}`,
    Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
  }),
  (d, s) => ({
    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: `arn:aws:kms:eu-central-1:${account}:key/12345678-1234-1234-1234-${String(d * 100 + s).padStart(12, "0")}`,
    Condition: { StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } },
  }),
  (d, s) => ({
    Action: ["lambda:UpdateFunctionCode", "lambda:InvokeFunction"],
    Resource: `arn:aws:lambda:eu-central-1:${account}:function:f-${d}-${s}`,
  }),
  () => ({ Action: ["ecs:RunTask", "ecs:StopTask", "sns:Publish"], Resource: "*" }),
  (d, s) => ({
    Effect: "Deny",
    Action: "s3:DeleteObject*",
    Resource: `arn:aws:s3:::data-${d}-${s}/*`,
    Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } },
  }),
];

/** `count` distinct documents for identities with so many statements each, always the same. */
export function policyDocuments(count: number, statements: number): readonly string[] {
  return Array.from({ length: count }, (_, document) =>
    written(
      ...Array.from({ length: statements }, (_, statement) => ({
        Sid: `Statement${statement}`,
        Effect: "Allow",
        ...kinds[statement % kinds.length]?.(document, statement),
      })),
    ),
  );
}

/** Distinct documents of about 10,000 characters with 1,000 wildcards each, in actions and in resources. */
export function wildcardDocuments(count: number): readonly string[] {
  return Array.from({ length: count }, (_, document) => {
    const actions = Array.from({ length: 250 }, (__, index) => `ec2:*${document}${index}Instances`);
    const resources = Array.from({ length: 240 }, (__, index) => `arn:aws:s3:::*/${document}/${index}`);
    const action = `s3:${"*a".repeat(250)}${document}`;
    const resource = `arn:aws:s3:::${"*ab".repeat(260)}${document}`;
    return written({
      Sid: "Wild",
      Effect: "Allow",
      Action: [action, ...actions],
      Resource: [resource, ...resources],
    });
  });
}

/** A document of some statements. */
export function written(...statements: readonly PropertyMap[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** The trust policy of a role for a service. */
export const serviceTrust = written({
  Effect: "Allow",
  Principal: { Service: "ecs-tasks.amazonaws.com" },
  Action: "sts:AssumeRole",
});
