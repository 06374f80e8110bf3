import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type ProgramResult } from "./run-programs";

const inlineIsOpinion = "a policy of one role is often written inline: advice of practice 11";
const shortIsOpinion = "logs of an application are often kept for weeks: advice";

/** What the recommended pack advises well-made programs, with the reason why it may. Nothing else, and nothing mandatory. */
const advice: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  backups: {
    "iam-require-source-conditions": "AWS Backup's own example leaves the condition out; it supports it all the same",
  },
  database: { "iam-no-inline-role-policies": inlineIsOpinion },
  "eks-cluster": { "iam-no-inline-role-policies": inlineIsOpinion },
  "event-pipeline": { "iam-no-inline-role-policies": inlineIsOpinion },
  "fargate-service": {
    "iam-no-inline-role-policies": inlineIsOpinion,
    "logs-require-retention": shortIsOpinion,
  },
  "serverless-api": { "logs-require-retention": shortIsOpinion },
  "small-application": {
    "iam-no-inline-role-policies": inlineIsOpinion,
    "logs-require-retention": shortIsOpinion,
  },
};

/** What must be found in programs full of habits that lead to incidents: `!` stands before what stops the deployment. */
const mistakes: Readonly<Record<string, readonly string[]>> = {};

describe("programs as teams have them, under the recommended pack", function () {
  this.timeout(60_000);
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
    it(`${program}: the mistakes are found`, () => {
      const deployed = resultsOf(program).find(({ shape }) => shape === "deployed");
      const found = (deployed?.findings ?? []).map(
        ({ policy, level, resource }) => `${level === "mandatory" ? "!" : ""}${policy} ${resource}`,
      );
      assert.deepEqual([...new Set(found)].sort(), [...(mistakes[program] ?? [])].sort());
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
