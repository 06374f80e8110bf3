import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type ProgramResult } from "./run-programs";

const inlineIsOpinion = "a policy of one role is often written inline: advice of practice 11";
/** Every log group that is not a trail's: mandatory nowhere, so the recommended pack only says it. */
const ordinaryLogGroup = {
  "logs-require-deletion-protection": "one call deletes a group with all its events: advice",
  "logs-require-kms": "a group without a key is encrypted with AWS's own: advice",
};

const trailBucket = {
  "s3-require-access-logging": "who reads the files is in the trail's data events, or in access logs: advice",
  "s3-require-kms-encryption":
    "the trail encrypts its files with a key by itself: advice for what else is in the bucket",
};

/** What the recommended pack advises well-made programs, with the reason why it may. Nothing else, and nothing mandatory. */
const advice: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "account-foundation": { "iam-no-inline-role-policies": inlineIsOpinion },
  adopted: ordinaryLogGroup,
  backups: {
    "iam-require-source-conditions": "AWS Backup's own example leaves the condition out; it supports it all the same",
  },
  "code-pipeline": { "iam-no-inline-role-policies": inlineIsOpinion, ...ordinaryLogGroup },
  database: { "iam-no-inline-role-policies": inlineIsOpinion, ...ordinaryLogGroup },
  "deployer-boundary": {
    "iam-limit-power-users": "a deployer behind a boundary: advice, to be accepted by an exception",
  },
  "eks-cluster": { "iam-no-inline-role-policies": inlineIsOpinion, ...ordinaryLogGroup },
  "event-handlers": {
    "alarms-limit-permission-action": "Pulumi's own handler of queues permits all actions to SQS: true, and advice",
  },
  "event-pipeline": { "iam-no-inline-role-policies": inlineIsOpinion, ...ordinaryLogGroup },
  "fargate-service": { "iam-no-inline-role-policies": inlineIsOpinion, ...ordinaryLogGroup },
  "firehose-archive": { "logs-require-deletion-protection": ordinaryLogGroup["logs-require-deletion-protection"] },
  "forwarding-member": ordinaryLogGroup,
  government: {
    "iam-no-inline-role-policies": inlineIsOpinion,
    "logs-require-deletion-protection": ordinaryLogGroup["logs-require-deletion-protection"],
    ...trailBucket,
  },
  "kubernetes-controllers": {
    "iam-no-unconfined-write": "the policy of the load balancer controller as its project has it: advice",
  },
  monitoring: ordinaryLogGroup,
  "network-logging": ordinaryLogGroup,
  "organization-trail": { "logs-require-deletion-protection": ordinaryLogGroup["logs-require-deletion-protection"] },
  "regional-resources": ordinaryLogGroup,
  "replicated-trail": {
    "iam-no-inline-role-policies": inlineIsOpinion,
    "logs-require-deletion-protection": ordinaryLogGroup["logs-require-deletion-protection"],
    ...trailBucket,
  },
  "security-alarms": { "iam-no-inline-role-policies": inlineIsOpinion },
  "serverless-api": ordinaryLogGroup,
  "service-roles": {
    "iam-no-unused-roles": "roles that other stacks work with by their names, without an output: advice",
  },
  "step-functions": ordinaryLogGroup,
  "small-application": { "iam-no-inline-role-policies": inlineIsOpinion, ...ordinaryLogGroup },
};

/** What must be found, among others, in programs full of habits that lead to incidents: policy and resource; all of it stops the deployment. */
const mistakes: Readonly<Record<string, readonly string[]>> = {
  "bad-machine": ["ec2-require-imdsv2 legacy", "iam-no-hardcoded-keys legacy"],
  "bad-people": [
    "iam-no-inline-user-policies deploy",
    "iam-no-user-policies deploy",
    "iam-require-strong-passwords account",
  ],
  "bad-pipeline": ["iam-no-wildcard-admin deployer", "iam-require-oidc-subject deployer"],
  "bad-quick-start": [
    "iam-no-admin-workload-role api",
    "iam-no-broad-managed-policy api",
    "iam-no-public-resource-policy site",
    "iam-no-wildcard-admin everything",
  ],
  "bad-sharing": ["alarms-no-public-topic open", "iam-no-public-trust anybody", "kms-no-public-key-policy shared"],
  "bad-trail": [
    "cloudtrail-require-bucket-access trail",
    "cloudtrail-require-kms-encryption main",
    "cloudtrail-require-log-file-validation main",
    "cloudtrail-require-logging main",
    "cloudtrail-require-multi-region main",
    "s3-no-force-destroy trail",
    "s3-require-public-access-block trail",
  ],
};

/** What a message looks like: no hole, no template, no document of pages. */
const readable = /^(?!.*(undefined|\[object|\{[A-Za-z]+\})).{20,1500}$/s;

describe("programs as teams have them, under the recommended pack", function () {
  this.timeout(180_000);
  let results: readonly ProgramResult[] = [];
  before(() => {
    results = runAll();
  });

  for (const program of programs().filter((name) => !name.startsWith("bad-"))) {
    it(`${program}: nothing is found but reviewed advice, before and after it is deployed`, () => {
      for (const { shape, findings } of resultsOf(program)) {
        const expected = Object.keys(advice[program] ?? {});
        const unexpected = findings.filter(({ policy, level }) => level !== "advisory" || !expected.includes(policy));
        assert.deepEqual(unexpected, [], shape);
        const found = new Set(findings.map(({ policy }) => policy));
        if (shape === "deployed") assert.deepEqual([...found].sort(), [...expected].sort());
      }
    });
  }

  for (const program of programs().filter((name) => name.startsWith("bad-"))) {
    it(`${program}: the mistakes stop the deployment, with messages that can be read`, () => {
      const [, deployed] = resultsOf(program);
      const findings = deployed?.findings ?? [];
      const stopping = findings.flatMap(({ policy, level, resource }) =>
        level === "mandatory" ? [`${policy} ${resource}`] : [],
      );
      const wanted = mistakes[program] ?? [];
      assert.notEqual(wanted.length, 0);
      assert.deepEqual(
        wanted.filter((each) => !stopping.includes(each)),
        [],
      );
      for (const { message } of findings) assert.match(message, readable);
    });
  }

  it("what a first preview finds does not go away with the deployment", () => {
    for (const program of programs()) {
      const [preview, deployed] = resultsOf(program).map(({ findings }) =>
        findings.map(({ policy, resource }) => `${policy} ${resource}`),
      );
      assert.deepEqual(
        preview?.filter((each) => deployed?.includes(each) !== true),
        [],
        program,
      );
    }
  });

  function resultsOf(program: string): readonly ProgramResult[] {
    const found = results.filter((result) => result.program === program);
    assert.deepEqual(
      found.map(({ shape }) => shape),
      ["preview", "deployed"],
    );
    return found;
  }
});

function programs(): readonly string[] {
  const names = readdirSync(__dirname).filter((name) => /^[a-z-]+\.js$/.test(name) && name !== "run-programs.js");
  return names.map((name) => name.replace(/\.js$/, ""));
}

function runAll(): readonly ProgramResult[] {
  const output = execFileSync(process.execPath, [join(__dirname, "run-programs.js")], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(output) as readonly ProgramResult[];
}
