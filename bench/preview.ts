/**
 * What a person waits for: a real `pulumi preview` of 300 resources without a policy pack, with an empty one and with ours,
 * in turns, with the stand-in for AWS.
 */
import { resolveCli, type PulumiCli } from "../scripts/pulumi/cli";
import { PulumiWorkspace } from "../scripts/pulumi/workspace";
import { reportToStderr } from "../scripts/progress";
import { repositoryRoot } from "../scripts/root";
import { median } from "./support/numbers";
import { emptyPack } from "./support/packs";
import { millisecondsUntil } from "./support/time";

const rounds = 5;
const groupsOfSix = 50;

/** Fifty workloads with a role, its policy, logs, a queue, a topic and a bucket. */
const program = `const aws = require("@pulumi/aws");
const trust = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
for (let index = 0; index < ${groupsOfSix}; index++) {
  const role = new aws.iam.Role("role-" + index, { assumeRolePolicy: trust });
  const bucket = new aws.s3.Bucket("bucket-" + index);
  const allow = (Action, Resource) => ({ Effect: "Allow", Action, Resource });
  const objects = bucket.bucket.apply((name) => "arn:aws:s3:::" + name + "/*");
  const write = allow(["logs:CreateLogStream", "logs:PutLogEvents"], "arn:aws:logs:*:*:log-group:/aws/lambda/f:*");
  new aws.iam.RolePolicy("policy-" + index, {
    role: role.name,
    policy: { Version: "2012-10-17", Statement: [allow(["s3:GetObject"], objects), write] },
  });
  new aws.cloudwatch.LogGroup("logs-" + index, { retentionInDays: 400 });
  new aws.sqs.Queue("queue-" + index);
  new aws.sns.Topic("topic-" + index);
}
`;

async function preview(cli: PulumiCli, policyPacks: readonly string[]): Promise<number> {
  const workspace = new PulumiWorkspace({ cli, program, project: "bench" });
  try {
    const milliseconds = await millisecondsUntil(async () => {
      const { exitCode, stdout, stderr } = await workspace.preview({ policyPacks });
      if (exitCode !== 0) throw new Error(`the preview failed:\n${stdout}${stderr}`);
    });
    return milliseconds / 1_000;
  } finally {
    workspace.dispose();
  }
}

async function main(): Promise<void> {
  const cli = await resolveCli(reportToStderr);
  const variants = { "no pack": [], "an empty pack": [emptyPack()], trailguard: [repositoryRoot] };
  const times = new Map(Object.keys(variants).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++)
    for (const [name, packs] of Object.entries(variants)) times.get(name)?.push(await preview(cli, packs));
  const medians = new Map([...times].map(([name, seconds]) => [name, median(seconds)]));
  console.log(`pulumi preview of ${groupsOfSix * 6} resources, median of ${rounds} rounds in turns`);
  for (const [name, seconds] of medians) console.log(`  ${name}: ${seconds.toFixed(1)} s`);
  const ratio = (medians.get("trailguard") ?? 0) / (medians.get("an empty pack") ?? 1);
  console.log(`  trailguard against an empty pack: ${ratio.toFixed(2)} times`);
}

void main();
