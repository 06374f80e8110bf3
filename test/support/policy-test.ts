import assert from "node:assert/strict";
import { type Control } from "../../lib/core/controls";
import { type Violation, type Undetermined } from "../../lib/core/finding";
import { type Policy } from "../../lib/core/policy";
import { Settings } from "../../lib/core/settings";
import { type Outcome, checkResource, checkStack, crashId } from "../../lib/engine/outcome";
import { parseSettings } from "../../lib/engine/settings";
import { type Resource } from "../../lib/core/resource";
import { watched } from "./hiding";
import { type Declared, type Shape, asResource, asStack } from "./program";
import { type Asked, breachesWhenUnknown } from "./unknowns";

interface Case {
  /** What the case shows, in words. Unique within its policy. */
  readonly name: string;
  /** The program: one resource, or several of which the policy looks at those that concern it. */
  readonly given: Declared | readonly Declared[];
  readonly config?: Readonly<Record<string, unknown>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The time of the run; the day of the facts unless given. */
  readonly now?: Date;
  /** Where the case stands in only one shape: what is unknown in preview, or gone after deployment. */
  readonly only?: Shape;
}

export interface ExpectedFinding {
  /** The id of the message. */
  readonly id: string;
  /** The logical name of the resource that it is put on; the first of the program unless given. `""` for the stack. */
  readonly on?: string;
  /** The path of the property; `""` for the resource as a whole. */
  readonly at: string;
  /** The values in the message; all of them, where given. */
  readonly data?: Readonly<Record<string, string>>;
}

export interface FailCase extends Case {
  readonly findings: readonly ExpectedFinding[];
  /** The controls whose mistake this program makes. */
  readonly controls?: readonly Control[];
}

export interface UnknownCase extends Case {
  /** The path that could not be read. */
  readonly at: string;
  /** The message whose question stays open; any unless given. */
  readonly id?: string;
}

export interface KnownMiss extends Case {
  /** Why this is not seen. Asserted to be missed today, so that mending it shows. */
  readonly because: string;
}

export interface PolicyTable {
  readonly pass: readonly Case[];
  readonly fail: readonly FailCase[];
  /** What a preview cannot decide; a sentence where there is no such thing. */
  readonly unknown: readonly UnknownCase[] | string;
  readonly knownMisses?: readonly KnownMiss[];
  /**
   * Where an unknown value lets a violation pass without an open question: by property, as `Trail.kmsKeyId`, the
   * reason. Anything else that an unknown value silences is refused.
   */
  readonly silentWhenUnknown?: Readonly<Record<string, string>>;
  /** The same for violations that stand although a value is unknown, where that value would have prevented them. */
  readonly firmWhenUnknown?: Readonly<Record<string, string>>;
  /** The policy whose table compares the values in messages and shows what unknown values do, where this one is asked the same. */
  readonly shownBy?: string;
}

/** A policy with its table, for the suite and for the coverage of controls. */
export interface PolicyTest {
  readonly policy: Policy;
  readonly table: PolicyTable;
}

/** Registers the suite of a policy with mocha, and returns the table. */
export function policyTest(policy: Policy, table: PolicyTable): PolicyTest {
  if (typeof describe === "function") describe(policy.id, () => registerSuite(policy, table));
  return { policy, table };
}

function registerSuite(policy: Policy, table: PolicyTable): void {
  it("has a table that leaves nothing out", () => assertComplete(policy, table));
  for (const each of table.pass) {
    for (const shape of shapesOf(policy, each))
      it(`passes (${shape}): ${each.name}`, () => assertOutcome(policy, each, shape, []));
  }
  for (const each of table.fail) {
    for (const shape of shapesOf(policy, each))
      it(`fails (${shape}): ${each.name}`, () => assertOutcome(policy, each, shape, each.findings));
  }
  for (const each of typeof table.unknown === "string" ? [] : table.unknown) {
    it(`cannot tell: ${each.name}`, () => assertUndetermined(policy, each));
  }
  for (const each of table.knownMisses ?? [])
    it(`misses: ${each.name}, because ${each.because}`, () => assertMissed(policy, each));
  if (table.shownBy !== undefined) return;
  it("never guesses, crashes or passes in silence where a value that it looks at is unknown", () =>
    assertHonest(policy, table)).timeout(60_000);
}

function shapesOf(_policy: Policy, { only }: Case): readonly Shape[] {
  return only === undefined ? ["preview", "deployed"] : [only];
}

/** Runs the policy on a case: on every resource of the program, or on the stack. Twice, with frozen input. */
export function outcomeOf(policy: Policy, each: Case, shape: Shape): Outcome {
  const { ask, program } = asked(policy, each, shape);
  const outcome = ask(program);
  assert.deepEqual(ask(program), outcome, "answers differently on a second run");
  const crash = outcome.violations.find(({ id }) => id === crashId);
  assert.equal(crash, undefined, crash?.message);
  return outcome;
}

function asked(policy: Policy, each: Case, shape: Shape): Asked {
  const run = {
    config: policy.config ? parseSettings(policy.id, policy.config, each.config ?? {}) : {},
    settings: parseSettings("trailguard-settings", Settings, each.settings ?? {}),
    now: each.now ?? new Date("2026-11-24T12:00:00Z"),
  };
  return {
    name: each.name,
    setup: JSON.stringify([each.config, each.settings]),
    program: programOf(each),
    ask: (program, note) => {
      const noted = (resource: Resource) =>
        note ? watched(resource, (property) => note(resource.urn, property)) : resource;
      if (policy.on.scope === "resource")
        return together(program.map((declared) => checkResource(policy, noted(asResource(declared, shape)), run)));
      const stack = asStack(program, shape, run.now);
      return checkStack(policy, { ...stack, resources: stack.resources.map(noted) }, run);
    },
  };
}

function together(outcomes: readonly Outcome[]): Outcome {
  return {
    violations: outcomes.flatMap(({ violations }) => violations),
    undetermined: outcomes.flatMap(({ undetermined }) => undetermined),
  };
}

function programOf({ given }: Case): readonly Declared[] {
  return Array.isArray(given) ? (given as readonly Declared[]) : [given as Declared];
}

function assertOutcome(policy: Policy, each: Case, shape: Shape, expected: readonly ExpectedFinding[]): void {
  const { violations, undetermined } = outcomeOf(policy, each, shape);
  const wanted = expected.map((finding) => described(finding, programOf(each)));
  const got = violations.map((violation) =>
    seen(violation, wanted.find(({ id, path }) => id === violation.id && path === violation.place.path)?.data),
  );
  assert.deepEqual(
    got.sort(byText),
    wanted.sort(byText),
    `violations differ:\n${violations.map(({ message }) => message).join("\n")}`,
  );
  assert.deepEqual(undetermined.map(openQuestion), [], "is not decided");
  for (const { message, fix } of violations) assertReadable(message, fix);
}

interface Seen {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly data?: Readonly<Record<string, string>> | undefined;
}

function described({ id, on, at, data }: ExpectedFinding, program: readonly Declared[]): Seen {
  return { id, name: on ?? program[0]?.name ?? "", path: at, ...(data === undefined ? {} : { data }) };
}

function seen({ id, place, data }: Violation, wanted: Readonly<Record<string, string>> | undefined): Seen {
  const name = place.urn.slice(place.urn.lastIndexOf("::") + (place.urn === "" ? 1 : 2));
  return { id, name, path: place.path, ...(wanted === undefined ? {} : { data }) };
}

function byText(a: Seen, b: Seen): number {
  const [first, second] = [JSON.stringify(a), JSON.stringify(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

function openQuestion({ id, place }: Undetermined): string {
  return `${id} at ${place.path}`;
}

/** A message that a person can read: every brace filled, lower case, no full stop; the fix is a sentence. */
function assertReadable(message: string, fix: string): void {
  assert.doesNotMatch(message, /\{[a-z][A-Za-z0-9]*\}|undefined|\[object|NaN/, "the message has holes");
  assert.doesNotMatch(fix, /\{[a-z][A-Za-z0-9]*\}|undefined|\[object|NaN/, "the fix has holes");
  assert.match(message, /[^.]$/, "the message ends with a full stop");
  assert.match(fix, /[.?]$/, "the fix is not a sentence");
}

function assertUndetermined(policy: Policy, each: UnknownCase): void {
  const { violations, undetermined } = outcomeOf(policy, each, "preview");
  assert.deepEqual(
    violations.map(({ message }) => message),
    [],
    "guesses",
  );
  const open = undetermined.filter(
    ({ id, place }) => place.path === each.at && (each.id === undefined || each.id === id),
  );
  assert.notEqual(open.length, 0, `open questions are: ${undetermined.map(openQuestion).join(", ") || "none"}`);
}

function assertMissed(policy: Policy, each: KnownMiss): void {
  const { violations } = outcomeOf(policy, each, each.only ?? "deployed");
  assert.deepEqual(violations, [], "is seen now: move the case to `fail`, and mend the page");
}

/** Values that only a first preview hides from the policy: in its own shape, or in the only one that the case has. */
function assertHonest(policy: Policy, table: PolicyTable): void {
  const ask = (each: Case) => asked(policy, each, each.only ?? "preview");
  const unknowns = typeof table.unknown === "string" ? [] : table.unknown;
  const decided = [...table.pass, ...table.fail];
  const breaches = breachesWhenUnknown(decided.map(ask), [...decided, ...unknowns].map(ask), {
    silent: table.silentWhenUnknown ?? {},
    firm: table.firmWhenUnknown ?? {},
  });
  assert.equal(breaches.length, 0, breaches.join("\n"));
}

function assertComplete(policy: Policy, table: PolicyTable): void {
  const unknowns = typeof table.unknown === "string" ? [] : table.unknown;
  const cases: readonly Case[] = [...table.pass, ...table.fail, ...unknowns, ...(table.knownMisses ?? [])];
  const names = cases.map(({ name }) => name);
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
    "names are used twice",
  );
  assert.ok(table.pass.length > 0 && table.fail.length > 0, "needs cases that pass and cases that fail");
  assert.ok(table.unknown.length > 0, "needs a case of an unknown value, or a sentence why there is none");
  const reported = new Set(table.fail.flatMap(({ findings }) => findings.map(({ id }) => id)));
  assert.deepEqual(
    Object.keys(policy.messages).filter((id) => !reported.has(id)),
    [],
    "messages that no case reaches",
  );
  if (table.shownBy === undefined) assertValuesCompared(policy, table);
  const configured = new Set(cases.flatMap(({ config }) => Object.keys(config ?? {})));
  assert.deepEqual(
    Object.keys(policy.config?.shape ?? {}).filter((key) => !configured.has(key)),
    [],
    "settings that no case uses",
  );
  const shown = new Set(table.fail.flatMap(({ controls }) => controls ?? []));
  assert.deepEqual(
    (policy.covers ?? []).filter((control) => !shown.has(control)),
    [],
    "controls that no failing case shows",
  );
  assert.deepEqual(
    [...shown].filter((control) => !(policy.covers ?? []).includes(control)),
    [],
    "controls that the policy does not name",
  );
  assert.ok(
    table.fail.every(({ findings }) => findings.length > 0),
    "a failing case has no finding",
  );
}

/** Every message with values in it has a case that compares them. */
function assertValuesCompared(policy: Policy, table: PolicyTable): void {
  const findings = table.fail.flatMap((each) => each.findings);
  const compared = new Set(findings.filter(({ data }) => data !== undefined).map(({ id }) => id));
  const withValues = Object.entries(policy.messages).filter(([, message]) => {
    const texts = typeof message === "string" ? [message, policy.fix] : [message.what, message.fix];
    return texts.some((text) => /\{[a-z][A-Za-z0-9]*\}/.test(text));
  });
  const ids = withValues.map(([id]) => id).filter((id) => !compared.has(id));
  assert.deepEqual(ids, [], "messages whose values no case compares: give a finding its `data`");
}
