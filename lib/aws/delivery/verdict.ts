import { type PolicyDocument, type Statement } from "../../access/document";
import { contextValue } from "../../access/context";
import { conditionHolds } from "../../access/conditions";
import { type AccessDecision, type AccessRequest, coversAction, coversResource, evaluate } from "../../access/evaluate";
import { anyWay, matchesPrincipal } from "../../access/principals";
import { hasPolicyVariables } from "../../access/document";
import { type Claim, claim } from "../../core/claim";
import { isUnknown } from "../../core/properties";
import { type Resource, type Stack } from "../../core/resource";
import { type Truth } from "../../core/truth";
import { type DocumentRead, placeInDocument } from "../policy-document";
import { possibleAccounts } from "./arns";

/** Something that a service must be allowed to do, with the statement that would allow it. */
export interface Need {
  readonly request: AccessRequest;
  /** A policy statement as an object in JSON's terms. */
  readonly statement: object;
}

/** Whether a policy lets a service do all it needs. */
export interface Verdict {
  readonly claim: Claim;
  /** `denied` where a statement denies, else `refused`. */
  readonly id: "refused" | "denied";
  /** The actions that are not allowed, for messages. */
  readonly actions: string;
  /** Why the first of them is not, in words behind "since". */
  readonly why: string;
  /** The statements to add, as JSON; for `denied` the name of the statement that denies. */
  readonly statement: string;
}

export interface Question {
  readonly stack: Stack;
  /** The resource for which the service acts: its account is asked for. */
  readonly asker: Resource;
  readonly policy: DocumentRead;
  /** What the service needs where the asker is in `account`. The same number of needs, whatever the account. */
  readonly needs: (account: string) => readonly Need[];
}

/** What a text shows in place of an account that is not known. */
const openAccount = "<account id>";

/** Judges a resource's own policy, in every account that the asker may be in. An absent policy allows no service anything. */
export function verdictOf({ stack, asker, policy, needs }: Question): Verdict {
  if (policy.kind === "unknown") return verdict("unknown", policy, [], "");
  if (policy.kind === "absent") return verdict("no", policy, needs(openAccount), "there is no policy");
  const accounts = possibleAccounts(stack, asker, policy.value);
  const attempts = accounts.map((account) => needs(account).map((need) => attempt(need, policy.value)));
  const [first = []] = attempts;
  const answers = first.map((_, index) => agreed(attempts.map((each) => each[index]?.decision ?? "unknown")));
  const lost = first.flatMap((each, index) => (answers[index] === "no" ? [{ ...each, index }] : []));
  const [failed] = lost;
  if (!failed) return verdict(answers.every((answer) => answer === "yes") ? "yes" : "unknown", policy, [], "");
  const written = needs(accounts.length === 1 ? (accounts[0] ?? openAccount) : openAccount);
  const missing = lost.flatMap(({ index }) => written[index] ?? []);
  const denial = failed.denies;
  if (denial !== undefined) return { ...verdict("no", policy, missing, failed.why), id: "denied", statement: denial };
  const { request } = failed.need;
  return verdict("no", policy, missing, shortfall(request, missing[0]?.request ?? request, policy.value));
}

interface Attempt {
  readonly need: Need;
  readonly decision: Truth;
  readonly why: string;
  /** The name of the statement that denies; absent where none does. */
  readonly denies?: string | undefined;
}

function attempt(need: Need, document: PolicyDocument): Attempt {
  const { decision, by, why } = evaluate(need.request, { resource: { name: "the policy", document } });
  const denies = denialIn({ decision, by, why });
  return { need, decision, why, ...(denies === undefined ? {} : { denies }) };
}

function denialIn({ decision, by }: AccessDecision): string | undefined {
  const [first] = decision === "no" ? by : [];
  return first && (first.sid ?? first.path);
}

function agreed(answers: readonly Truth[]): Truth {
  const [first = "unknown"] = answers;
  return answers.every((answer) => answer === first) ? first : "unknown";
}

function verdict(truth: Truth, policy: DocumentRead, missing: readonly Need[], why: string): Verdict {
  const statements = [...new Set(missing.map(({ statement }) => JSON.stringify(statement)))];
  return {
    claim: claim(truth, policy.place),
    id: "refused",
    actions: missing.map(({ request }) => `\`${request.action}\``).join(" and "),
    why,
    statement: statements.join(", "),
  };
}

/** What the statement that comes closest to allowing a request lacks. `told`: the request as messages tell it. */
function shortfall(request: AccessRequest, told: AccessRequest, document: PolicyDocument): string {
  const allows = document.statements.filter(
    (each) => each.effect === "Allow" && coversAction(each, request.action) !== "no",
  );
  if (allows.length === 0) return "no statement allows it";
  const named = allows.filter((each) => anyWay(matchesPrincipal(each, request.principal)) !== "no");
  if (named.length === 0) return `no statement allows it to \`${serviceOf(request)}\``;
  const variables = hasPolicyVariables(document);
  const reaching = named.filter((each) => coversResource(each, request.resource, request.context, variables) !== "no");
  const [closest] = reaching.length > 0 ? reaching : named;
  if (closest === undefined) return "no statement allows it";
  if (reaching.length === 0) return `statement \`${nameOf(closest)}\` is not about \`${textOf(request.resource)}\``;
  const failed = closest.conditions.find((each) => conditionHolds(each, request.context, variables) === "no");
  const key = failed?.key ?? "something";
  return `the condition on \`${key}\` of statement \`${nameOf(closest)}\` does not hold${valueIn(told, key)}`;
}

/** What a request says of a condition key, as the end of a sentence. */
function valueIn({ context }: AccessRequest, key: string): string {
  const value = contextValue(context, key);
  if (value.kind !== "present") return value.kind === "absent" ? ": the request carries no such key" : "";
  const texts = value.values.flatMap((each) => (isUnknown(each) ? [] : [`\`${each}\``]));
  return texts.length === 0 ? "" : ` for ${texts.join(", ")}`;
}

function nameOf({ sid, path }: Statement): string {
  return sid ?? path;
}

function serviceOf({ principal }: AccessRequest): string {
  return principal.kind === "service" ? textOf(principal.service) : principal.kind;
}

function textOf(text: AccessRequest["resource"]): string {
  return isUnknown(text) ? "a resource not known yet" : text;
}

/** The place of the statement `name` in a policy, or of the policy. */
export function placeOfStatement(policy: DocumentRead, name: string): Claim["places"][number] {
  if (policy.kind !== "known") return policy.place;
  const found = policy.value.statements.find(({ sid, path }) => (sid ?? path) === name);
  return found ? placeInDocument(policy, found.path) : policy.place;
}
