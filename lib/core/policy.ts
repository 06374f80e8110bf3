import type * as z from "zod";
import { type Claim } from "./claim";
import { type Control } from "./controls";
import { type Finding, type Severity, type Violation } from "./finding";
import { type DataOf, type Message, fillIn, longestQuoteInFix } from "./message";
import { type Practice } from "./practices";
import { type Place } from "./read";
import { type Resource, type Stack } from "./resource";
import { type Settings } from "./settings";

/** What a policy looks at, one resource at a time: before each is created, with its inputs. */
export interface ResourceSubject<View> {
  readonly scope: "resource";
  /** Type tokens; the engine never shows a policy anything else. */
  readonly types: readonly string[];
  view(resource: Resource): View;
}

/** What a policy asks of a whole stack: each thing found is checked by itself. */
export interface StackSubject<View> {
  readonly scope: "stack";
  /** Where a stack without any resource of these types need not be asked. Empty: it must always be asked. */
  readonly types: readonly string[];
  select(stack: Stack, settings: Settings): Iterable<View>;
}

export type Subject<View> = ResourceSubject<View> | StackSubject<View>;

/** Which packs hold a policy: `recommended` and above, `strict` and above, or only those who name it. */
export type Preset = "recommended" | "strict" | "opt-in";

type Messages = Readonly<Record<string, Message>>;
type Data<M extends Message> = [keyof DataOf<M>] extends [never] ? [] : [data: DataOf<M>];

export interface CheckContext<Config, M extends Messages> {
  readonly config: Config;
  readonly settings: Settings;
  readonly now: Date;
  /** Nothing for `yes`, a violation for `no`, and for `unknown` an undetermined finding that names what was not read. */
  readonly must: <Id extends keyof M & string>(claim: Claim, id: Id, ...data: Data<M[Id]>) => Generator<Finding>;
  /** A violation at `place`, where the check has decided by itself. */
  readonly violation: <Id extends keyof M & string>(place: Place, id: Id, ...data: Data<M[Id]>) => Finding;
  /** The question of message `id` cannot be answered, since what stands at `place` is not known. */
  readonly undetermined: (place: Place, id: keyof M & string) => Finding;
}

export interface PolicyDefinition<View, Schema extends z.ZodObject, M extends Messages> {
  /** The CrossGuard name, `<service>-<file name>`. For ever: users' configuration names it. */
  readonly id: string;
  readonly on: Subject<View>;
  readonly severity: Severity;
  readonly preset: Preset;
  /** One line without a full stop: the rule. */
  readonly summary: string;
  /** One or two sentences: what goes wrong without it. */
  readonly why: string;
  /** One or two sentences: what to write. May name placeholders that every message has. */
  readonly fix: string;
  /** The best practice it belongs to; absent for hardening that belongs to none. */
  readonly practice?: Practice;
  /** Controls of public rule sets that it implements. */
  readonly covers?: readonly Control[];
  /** NIST SP 800-53 Rev. 5 controls, for example `AU-11`. */
  readonly nist?: readonly string[];
  /** Earlier names, kept so that exceptions and settings that use them go on working. */
  readonly formerly?: readonly string[];
  readonly config?: Schema;
  readonly messages: M;
  /** Yields findings. Never throws, logs, waits or asks a clock. */
  readonly check: (view: View, context: CheckContext<z.output<Schema>, M>) => Iterable<Finding>;
  /** The properties to set, at level `remediate`, where that is safe whatever else the program says. */
  readonly remediate?: (view: View, config: z.output<Schema>) => Readonly<Record<string, unknown>>;
}

/** A policy whose types of view, settings and messages are no longer needed: what the engine works with. */
export interface Policy extends Omit<
  PolicyDefinition<never, z.ZodObject, Messages>,
  "on" | "check" | "remediate" | "config"
> {
  readonly on: Subject<unknown>;
  readonly config: z.ZodObject | undefined;
  checkOne(view: unknown, given: PolicyRun): Iterable<Finding>;
  readonly remediation: ((view: unknown, config: unknown) => Readonly<Record<string, unknown>>) | undefined;
}

/** What one run of a policy is given besides its subject. */
export interface PolicyRun {
  /** Parsed by the policy's own schema, or `{}`. */
  readonly config: unknown;
  readonly settings: Settings;
  readonly now: Date;
}

/** The settings of a policy that has none. */
type EmptyShape = Record<never, z.ZodType>;

/** Declares a policy. Messages and settings are checked against the body when it is compiled. */
export function definePolicy<View, const M extends Messages, Schema extends z.ZodObject = z.ZodObject<EmptyShape>>(
  definition: PolicyDefinition<View, Schema, M>,
): Policy {
  const { on, check, remediate, config, ...metadata } = definition;
  return {
    ...metadata,
    on,
    config,
    checkOne: (view, run) => check(view as View, contextFor(definition, run) as CheckContext<z.output<Schema>, M>),
    remediation: remediate && ((view, given) => remediate(view as View, given as z.output<Schema>)),
  };
}

type Described = Pick<PolicyDefinition<never, z.ZodObject, Messages>, "messages" | "fix">;

function contextFor(policy: Described, run: PolicyRun): CheckContext<unknown, Messages> {
  const violation = (place: Place, id: string, data: Readonly<Record<string, string | number>> = {}) =>
    violationOf(policy, place, id, data);
  const undetermined = (place: Place, id: string): Finding => ({ kind: "undetermined", id, place });
  return {
    config: run.config,
    settings: run.settings,
    now: run.now,
    violation,
    undetermined,
    *must(claim: Claim, id: string, data: Readonly<Record<string, string | number>> = {}) {
      const place = claim.places[0] ?? nowhere;
      switch (claim.truth) {
        case "yes":
          return;
        case "no":
          yield violation(place, id, data);
          return;
        case "unknown":
          yield undetermined(place, id);
      }
    },
  };
}

/** Where a claim about nothing in particular stands: the engine puts it on the stack. */
export const nowhere: Place = { urn: "", path: "" };

function violationOf(
  policy: Described,
  place: Place,
  id: string,
  data: Readonly<Record<string, string | number>>,
): Violation {
  const message = policy.messages[id] ?? id;
  const what = typeof message === "string" ? message : message.what;
  const fix = typeof message === "string" ? policy.fix : message.fix;
  const texts = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value)]));
  return {
    kind: "violation",
    id,
    place,
    message: fillIn(what, texts),
    fix: fillIn(fix, texts, longestQuoteInFix),
    data: texts,
  };
}
