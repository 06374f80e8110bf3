import assert from "node:assert/strict";
import { isMentioned, mentionsOf } from "../../lib/aws/mentions";
import { type Declared, asStack, declareType, unknown } from "../support/program";

const role = declareType("aws:iam/role:Role", "app", { name: "app", assumeRolePolicy: "{}" });

function mentioning(...program: readonly Declared[]): readonly string[] {
  const stack = asStack([role, ...program], "preview");
  const target = stack.resources.find(({ type, name }) => type === role.type && name === role.name);
  return target === undefined ? [] : mentionsOf(stack, target).map(({ name }) => name);
}

const queue = (name: string, policy: unknown) => declareType("aws:sqs/queue:Queue", name, { policy });

describe("what mentions a resource", () => {
  const cases: readonly (readonly [string, unknown, boolean])[] = [
    ["an output of it", role.arn, true],
    ["its name", "app", true],
    ["its ARN", "arn:aws:iam::123456789012:role/app", true],
    ["its ARN with a path, within a document", '{"AWS":["arn:aws:iam::123456789012:role/team/app"]}', true],
    ["the ARN of another one", "arn:aws:iam::123456789012:role/app-2", false],
    ["its name within a sentence", "the app", false],
  ];
  for (const [name, policy, expected] of cases)
    it(`${expected ? "counts" : "does not count"} ${name}`, () => {
      assert.deepEqual(mentioning(queue("jobs", policy)), expected ? ["jobs"] : []);
    });

  it("is not the resource itself", () => {
    assert.deepEqual(mentioning(), []);
  });

  it("is open while an output of the stack is", () => {
    const outputs = declareType("pulumi:pulumi:Stack", "program-test", { roles: [{ arn: unknown() }] });
    const stack = asStack([role, outputs], "preview");
    const target = stack.resources.find(({ type }) => type === role.type);
    assert.ok(target);
    assert.equal(isMentioned(stack, target), "unknown");
  });

  it("is found in linear time", () => {
    const long = ":role/".repeat(50_000) + "arn:aws:iam::1:user/" + "a/".repeat(50_000);
    const begin = process.hrtime.bigint();
    assert.deepEqual(mentioning(queue("jobs", long)), []);
    assert.ok(process.hrtime.bigint() - begin < 2_000_000_000n);
  });
});
