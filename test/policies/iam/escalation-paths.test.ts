import assert from "node:assert/strict";
import { type EscalationPath, knownEscalationPaths } from "../../../lib/access/escalation";
import takeover from "../../../policies/iam/limit-workload-takeover";
import escalation from "../../../policies/iam/no-privilege-escalation";
import { type WrittenStatement, allow, attached, deny, named, roleForAccount } from "../../support/iam-documents";
import { outcomeOf } from "../../support/policy-test";
import { type Declared } from "../../support/program";

/** To assume any role is reported by `iam-no-assume-any-role`. */
const paths = knownEscalationPaths().filter(({ id }) => id !== "sts:AssumeRole");

const tied = { Condition: { StringEquals: { "aws:ResourceTag/team": "a" } } };

/** The role `ci` with a managed policy for each list of statements. */
function roleWith(...documents: readonly (readonly WrittenStatement[])[]): readonly Declared[] {
  const role = roleForAccount();
  const attachments = documents.flatMap((statements, index) => {
    const policy = named(`half-${index}`, ...statements);
    return [policy, attached(role, `half-${index}`, policy)];
  });
  return [role, ...attachments];
}

/** What the two policies say of a program. */
function reports(program: readonly Declared[]): readonly string[] {
  return [escalation, takeover].flatMap((policy) =>
    outcomeOf(policy, { name: "path", given: program }, "deployed").violations.map(({ message }) => message),
  );
}

function assertFound(program: readonly Declared[], { actions }: EscalationPath): void {
  const messages = reports(program);
  assert.ok(
    messages.some((message) => message.includes(nameOf(actions))),
    `reported: ${messages.join("; ") || "nothing"}`,
  );
}

/** Nothing is reported but the paths that this one holds: what runs already can be taken over without passing it a role. */
function assertSilent(program: readonly Declared[], path: EscalationPath): void {
  const held = paths.filter(
    ({ id, actions }) => id !== path.id && actions.every((each) => path.actions.includes(each)),
  );
  const messages = reports(program).filter((text) => !held.some(({ actions }) => text.includes(nameOf(actions))));
  assert.deepEqual(messages, []);
}

function nameOf(actions: readonly string[]): string {
  return `\`${actions.join(" + ")}\``;
}

describe("escalation paths, as policies report them", () => {
  for (const path of paths) {
    const [first = "", ...rest] = path.actions;
    describe(path.id, () => {
      it("is reported as written", () => assertFound(roleWith([allow(path.actions)]), path));

      // A message names three paths at most: which ones are found is asserted in the tests of `escalationPaths`.
      it("is reported under wildcards", () => {
        const wildcards = path.actions.map((action) => `${action.slice(0, -1)}*`);
        assert.notDeepEqual(reports(roleWith([allow(wildcards)])), []);
      });

      it("is reported under NotAction", () => {
        const services = path.actions.map((action) => action.slice(0, action.indexOf(":")));
        const statement = { Effect: "Allow", NotAction: services.includes("iam") ? "s3:*" : "iam:*", Resource: "*" };
        assert.notDeepEqual(reports(roleWith([statement, deny("iam:CreatePolicy")])), []);
      });

      it("is reported over two policies of one role", () => {
        const second = rest.length === 0 ? [first] : rest;
        assertFound(roleWith([allow(first)], [allow(second)]), path);
      });

      for (const missing of path.actions) {
        const others = path.actions.filter((action) => action !== missing);
        it(`is silent without ${missing}`, () => assertSilent(roleWith([allow(["s3:ListBucket", ...others])]), path));

        it(`is silent with ${missing} denied`, () =>
          assertSilent(roleWith([allow(path.actions), deny(missing)]), path));
      }

      it("is silent with every action confined by a condition", () =>
        assert.deepEqual(reports(roleWith([allow(path.actions, "*", tied)])), []));

      it("is silent where the grant is on the objects of one bucket", () =>
        assert.deepEqual(reports(roleWith([allow(path.actions, "arn:aws:s3:::orders/*")])), []));
    });
  }
});
