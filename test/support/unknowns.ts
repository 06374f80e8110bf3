import { type Violation } from "../../lib/core/finding";
import { type PropertyValue, isUnknown } from "../../lib/core/properties";
import { type Outcome, crashId } from "../../lib/engine/outcome";
import { type Path, hiding, pathsIn } from "./hiding";
import { Declared, asResource } from "./program";

/** A case of a policy's table, with the policy at hand. */
export interface Asked {
  readonly name: string;
  readonly program: readonly Declared[];
  /** Settings and configuration, as a text. */
  readonly setup: string;
  /** What the policy says of a program, with the case's settings; `note` is told which properties were looked at. */
  readonly ask: (program: readonly Declared[], note?: (urn: string, property: string) => void) => Outcome;
}

/** A value that the policy looked at, or the absence of one, before it is hidden. */
interface Hidden {
  readonly target: Declared;
  readonly path: Path;
  readonly given: boolean;
}

/** By property, as `Trail.kmsKeyId`, a reason. */
type Reasons = Readonly<Record<string, string>>;

/** What a table says of unknown values beside its cases. */
export interface Excused {
  /** Where an unknown value lets a violation pass without an open question. */
  readonly silent: Reasons;
  /** Where a violation stands although a value is unknown. */
  readonly firm: Reasons;
}

/**
 * What becomes of the cases that pass and fail when one value after the other, that the policy looked at, is known only
 * after deployment: a sentence for each guess, crash and silent pass. A violation may stay, or become an open question.
 * None may arise, and none may vanish without a question. An absent property that is given instead may decide, where
 * `shown`, the cases written by hand, say so.
 */
export function breachesWhenUnknown(
  decided: readonly Asked[],
  shown: readonly Asked[],
  excused: Excused,
): readonly string[] {
  const handwritten = new Set(shown.flatMap(({ program }) => program.flatMap(unknownProperties)));
  const used: Record<keyof Excused, Set<string>> = { silent: new Set(), firm: new Set() };
  const trials = trialsOf(decided);
  const breaches = spread(trials).flatMap((trial) => {
    const breach = breachOf(trial, handwritten);
    if (breach === undefined) return [];
    const name = nameOf(trial.hidden);
    if (breach.kind === "crash" || !Object.hasOwn(excused[breach.kind], name)) return [breach.text];
    used[breach.kind].add(name);
    return [];
  });
  return [...breaches, ...(trials.length > mostTrials ? [] : unusedIn(excused, used))];
}

/** One case with one value hidden. */
interface Trial {
  readonly asked: Asked;
  readonly before: Outcome;
  readonly hidden: Hidden;
}

function trialsOf(decided: readonly Asked[]): readonly Trial[] {
  const trials = new Map<string, Trial>();
  for (const asked of decided) {
    const touched: (readonly [string, string])[] = [];
    const before = asked.ask(asked.program, (urn, property) => touched.push([urn, property]));
    const shared = before.violations.length === 0 ? asked.setup : asked.name;
    for (const hidden of hideable(asked.program, touched)) {
      const key = `${shared} ${keyOf(hidden)}`;
      if (!trials.has(key)) trials.set(key, { asked, before, hidden });
    }
  }
  return [...trials.values()];
}

/** More than this many values are not hidden for one table. */
const mostTrials = 400;

/** Of a long list items from all over it, always the same ones. */
function spread(trials: readonly Trial[]): readonly Trial[] {
  const stride = Math.ceil(trials.length / mostTrials);
  return trials.filter((_, index) => index % stride === 0);
}

function unusedIn(excused: Excused, used: Readonly<Record<keyof Excused, ReadonlySet<string>>>): readonly string[] {
  return (["silent", "firm"] as const).flatMap((kind) =>
    Object.keys(excused[kind])
      .filter((name) => !used[kind].has(name))
      .map((name) => `\`${kind}WhenUnknown\` names \`${name}\`, where nothing is ${kind}`),
  );
}

interface Breach {
  readonly kind: "crash" | keyof Excused;
  readonly text: string;
}

function breachOf({ asked, before, hidden }: Trial, handwritten: ReadonlySet<string>): Breach | undefined {
  const { name, program, ask } = asked;
  const after = ask(hiding(program, hidden.target, hidden.path));
  const where = `"${name}", with \`${hidden.path.join(".")}\` of \`${hidden.target.name}\` unknown`;
  const crash = after.violations.find(({ id }) => id === crashId);
  if (crash) return { kind: "crash", text: `${where}: ${crash.message}` };
  const isShown = !hidden.given && handwritten.has(nameOf(hidden));
  if (isShown) return undefined;
  const [arisen, lost] = [without(after.violations, before.violations), without(before.violations, after.violations)];
  const guessed = arisen.filter((violation) => !lost.some((other) => isLike(violation, other)));
  if (guessed.length > 0)
    return { kind: "firm", text: `${where}: guesses ${listed(guessed)}${hidden.given ? "" : askedFor(hidden)}` };
  if (lost.length === arisen.length || after.undetermined.length > 0) return undefined;
  return { kind: "silent", text: `${where}: loses ${listed(lost)} in silence${askedFor(hidden)}` };
}

/** The case to write, where being given is what counts. */
function askedFor({ target, path: [property], given }: Hidden): string {
  if (given) return "";
  const args = `${property}: unknown()`;
  return `; add { name: ..., given: declareType("${target.type}", "${target.name}", { ..., ${args} }), at: "${property}" } to \`unknown\`, or to \`pass\` or \`fail\` where being given is what counts`;
}

/** Without the path: what a finding is put on may change with what is known. */
function without(violations: readonly Violation[], others: readonly Violation[]): readonly Violation[] {
  const known = new Set(others.map(({ id, place }) => `${id} ${place.urn}`));
  return violations.filter(({ id, place }) => !known.has(`${id} ${place.urn}`));
}

/** Whether one stands in the other's place: it says the same of another resource, or something else of the same one. */
function isLike(one: Violation, other: Violation): boolean {
  return one.id === other.id || one.place.urn === other.place.urn;
}

function listed(violations: readonly Violation[]): string {
  return [...new Set(violations.map(({ id, place }) => `\`${id}\` on ${place.urn.split("::").at(-1) ?? ""}`))].join(
    ", ",
  );
}

function nameOf({ target, path: [property] }: Hidden): string {
  return propertyName(target, property);
}

function propertyName({ type }: Declared, property: string): string {
  return `${type.slice(type.lastIndexOf(":") + 1)}.${property}`;
}

/** Decided by the provider alone: a preview never knows them. */
const outputs: ReadonlySet<string> = new Set(["arn", "id"]);

function hideable(
  program: readonly Declared[],
  touched: readonly (readonly [urn: string, property: string])[],
): readonly Hidden[] {
  const byUrn = new Map(program.map((declared) => [declared.urn, declared]));
  const properties = new Map(touched.map(([urn, property]) => [`${urn} ${property}`, { urn, property }]));
  return [...properties.values()].flatMap(({ urn, property }): readonly Hidden[] => {
    const target = byUrn.get(urn);
    if (!target) return [];
    const value = Object.hasOwn(target.args, property) ? target.args[property] : undefined;
    if (!isEmpty(value)) return pathsIn(value, [property]).map((path) => ({ target, path, given: true }));
    return outputs.has(property) ? [] : [{ target, path: [property], given: false }];
  });
}

/** A value of a resource is hidden once among the cases that pass under the same settings: these are often variations. */
function keyOf({ target, path }: Hidden): string {
  const value = JSON.stringify(target.args[path[0]], (_, each: unknown) =>
    each instanceof Declared ? `${each.type} ${each.name}` : each,
  );
  return [target.urn, path.join("."), value].join(" ");
}

/** Empty texts, lists and blocks count as absent. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  return (Array.isArray(value) || isPlain(value)) && Object.keys(value).length === 0;
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The properties that a preview does not know, or not all of. */
function unknownProperties(declared: Declared): readonly string[] {
  const { properties } = asResource(declared, "preview");
  return Object.entries(properties).flatMap(([property, value]) =>
    holdsUnknown(value) ? [propertyName(declared, property)] : [],
  );
}

function holdsUnknown(value: PropertyValue): boolean {
  if (typeof value !== "object" || value === null) return isUnknown(value);
  return Object.values(value).some(holdsUnknown);
}
