import { isUnknown } from "../core/properties";
import type { Truth } from "../core/truth";
import type { Element, Statement } from "./document";
import { actionFacts, addMatchingActions, expandInTurn, noActions } from "./facts/actions";
import type { ActionSet } from "./facts/action-set";
import type { ActionFacts } from "./facts/service-facts";

/** The listed actions that a statement covers surely, and those that it may cover: values not known yet decide the rest. */
export interface ActionCoverage {
  readonly surely: ActionSet;
  readonly possibly: ActionSet;
}

/** What says which actions a statement covers. */
export type ActionElements = Pick<Statement, "actions" | "notActions">;

const coverages = new WeakMap<readonly Element[], ActionCoverage>();

/** Whatever `Action` or `NotAction` covers of all listed actions, worked out once. */
export function actionCoverage({ actions, notActions }: ActionElements): ActionCoverage {
  const elements = actions ?? notActions ?? [];
  const known = coverages.get(elements);
  if (known !== undefined) return known;
  const written = coverageOfList(elements);
  const coverage = actions !== undefined || notActions === undefined ? written : opposite(written);
  coverages.set(elements, coverage);
  return coverage;
}

function coverageOfList(elements: readonly Element[]): ActionCoverage {
  const known = elements.flatMap(({ value }) => (isUnknown(value) ? [] : [value]));
  if (known.some(isEveryAction)) return { surely: everyAction(), possibly: everyAction() };
  const surely = noActions();
  for (const actions of actionsUnderEach(elements)) for (const { number } of actions) surely.add(number);
  for (const pattern of known) if (!pattern.includes(":")) addMatchingActions(pattern, surely);
  return { surely, possibly: known.length < elements.length ? everyAction() : surely };
}

function everyAction(): ActionSet {
  return noActions().complement();
}

/** Whether an action as written covers every action of every service. */
export function isEveryAction(written: string): boolean {
  return /^\*+(?::\*+)?$/.test(written);
}

const underEach = new WeakMap<readonly Element[], readonly (readonly ActionFacts[])[]>();

/**
 * For each of the written actions the listed ones under it that are under none before it. There are none under those that
 * are not known yet, and under those that cover every action.
 */
export function actionsUnderEach(elements: readonly Element[]): readonly (readonly ActionFacts[])[] {
  const known = underEach.get(elements);
  if (known !== undefined) return known;
  const found = expandInTurn(elements.map(({ value }) => (isUnknown(value) || isEveryAction(value) ? "" : value)));
  underEach.set(elements, found);
  return found;
}

function opposite({ surely, possibly }: ActionCoverage): ActionCoverage {
  return { surely: possibly.complement(), possibly: surely.complement() };
}

/** Shorter lists are sooner compared value by value. */
const longList = 8;

/** As `coversAction` for a long list and a listed action; `undefined` for others, whose values must be compared. */
export function coverageOf(elements: ActionElements, action: string): Truth | undefined {
  const length = elements.actions?.length ?? elements.notActions?.length ?? 0;
  const listed = length < longList ? undefined : actionFacts(action);
  return listed === undefined ? undefined : coversListed(elements, listed);
}

/** Whether a listed action is covered, told from all that are. */
export function coversListed(elements: ActionElements, { number }: ActionFacts): Truth {
  const { surely, possibly } = actionCoverage(elements);
  if (surely.has(number)) return "yes";
  return possibly.has(number) ? "unknown" : "no";
}
