import { type Branch, type EventPattern, type FieldPattern } from "../../patterns/event-pattern/model";
import { catalogue } from "../facts/detections/detections";

/** Why a pattern matches no event that CloudTrail hands to EventBridge, and what to write instead. */
export interface DeadClause {
  /** As the predicate of a sentence, for example "asks for ...". */
  readonly why: string;
  /** A sentence. */
  readonly fix: string;
}

/**
 * The `detail-type`s of events that come from CloudTrail. The user guide also prints `AWS Console Signin via CloudTrail`,
 * which no event carries. Source: EventBridge user guide, "AWS service events delivered via AWS CloudTrail", 2026-11.
 */
const detailTypes = [
  "AWS API Call via CloudTrail",
  "AWS Console Sign In via CloudTrail",
  "AWS Console Action via CloudTrail",
  "AWS Service Event via CloudTrail",
  "AWS Insight via CloudTrail",
  "AWS Network Activity Event via CloudTrail",
];

/** Whether a pattern asks for events from CloudTrail alone, however it spells that. */
export function isAboutCloudTrail({ branches }: EventPattern): boolean {
  return (
    branches.length > 0 && branches.every((branch) => wordsOf(branch, "detail-type")?.every(namesCloudTrail) === true)
  );
}

function namesCloudTrail(detailType: string): boolean {
  return /\bvia\s*cloud\s*trail$/i.test(detailType);
}

/**
 * What keeps a pattern from ever matching an event from CloudTrail. `undefined` where nothing surely does, also for a
 * pattern that asks for other events.
 */
export function deadClauseOf(pattern: EventPattern): DeadClause | undefined {
  if (!isAboutCloudTrail(pattern)) return undefined;
  const defects = pattern.branches.map(defectOf);
  return defects.includes(undefined) ? undefined : defects[0];
}

function defectOf(branch: Branch): DeadClause | undefined {
  return wrongDetailType(branch) ?? resourcesClause(branch) ?? wrongSource(branch) ?? wrongCase(branch);
}

/** The strings that a field must equal one of; `undefined` where it also takes others, or is not there. */
function wordsOf({ fields, unknownBelow }: Branch, path: string): readonly string[] | undefined {
  const field = fields.find((each) => each.path === path);
  if (!field || unknownBelow.some((below) => below === "" || below === path || path.startsWith(`${below}.`)))
    return undefined;
  const words = field.tests.map((test) => (test.kind === "string" ? test.text : undefined));
  return words.every((word) => word !== undefined) ? words : undefined;
}

function wrongDetailType(branch: Branch): DeadClause | undefined {
  const words = wordsOf(branch, "detail-type") ?? [];
  const [written] = words;
  if (written === undefined || words.some((word) => detailTypes.includes(word))) return undefined;
  const meant = detailTypes.find((each) => folded(each) === folded(written));
  if (meant === undefined) return undefined;
  return {
    why: `asks for detail-type \`${written}\`, which AWS spells \`${meant}\``,
    fix: `Write \`"detail-type": ["${meant}"]\`.`,
  };
}

function folded(text: string): string {
  return text.toLowerCase().replace(/\s+/g, "");
}

/** Source: EventBridge user guide: events of API calls have nothing in `resources`. */
function resourcesClause({ fields }: Branch): DeadClause | undefined {
  const clause = fields.find(({ path, tests }) => isResources(path) && !tests.some(isOpenTest));
  if (!clause) return undefined;
  const why = "asks for `resources`, which is always empty in events from CloudTrail";
  return { why, fix: "Leave `resources` out, and ask for the resource in `detail.requestParameters`." };
}

function isResources(path: string): boolean {
  return path === "resources" || path.startsWith("resources.");
}

function isOpenTest(test: FieldPattern["tests"][number]): boolean {
  return test.kind === "unknown" || (test.kind === "exists" && !test.wanted);
}

/** `source` is the service that was called; `aws.cloudtrail` is that of CloudTrail's own API alone. */
function wrongSource(branch: Branch): DeadClause | undefined {
  const sources = wordsOf(branch, "source") ?? [];
  const called = wordsOf(branch, "detail.eventSource") ?? [];
  const onlyCloudTrail = sources.length > 0 && sources.every((source) => source === "aws.cloudtrail");
  const [other] = called;
  if (!onlyCloudTrail || other === undefined || called.includes("cloudtrail.amazonaws.com")) return undefined;
  return {
    why: `asks for source \`aws.cloudtrail\` and eventSource \`${other}\`, but the source of an event is the service that was called`,
    fix: "Leave `source` out, or name the service that is called.",
  };
}

/** Names of API calls in the wrong case, as far as the catalogue of events knows the right one. */
function wrongCase(branch: Branch): DeadClause | undefined {
  const words = wordsOf(branch, "detail.eventName") ?? [];
  const [written] = words;
  if (written === undefined || !words.every((word) => rightCaseOf(word) !== undefined)) return undefined;
  const right = rightCaseOf(written) ?? "";
  return {
    why: `asks for eventName \`${written}\`, which CloudTrail writes \`${right}\``,
    fix: `Write \`${right}\`: patterns are case-sensitive.`,
  };
}

/** The right spelling of a name that is known in another case; `undefined` for a right or an unknown one. */
function rightCaseOf(eventName: string): string | undefined {
  const known = eventNames.get(eventName.toLowerCase());
  return known === undefined || known.has(eventName) ? undefined : [...known][0];
}

/** The names of the catalogue's calls, by their lower case. */
const eventNames: ReadonlyMap<string, ReadonlySet<string>> = groupedNames();

function groupedNames(): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const { eventName } of catalogue()) {
    const group = groups.get(eventName.toLowerCase()) ?? new Set();
    groups.set(eventName.toLowerCase(), group.add(eventName));
  }
  return groups;
}
