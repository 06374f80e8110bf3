import { type Claim } from "../../core/claim";
import { type Place, type Read, valueOf } from "../../core/read";
import { type Truth, all, any, not, truthOf } from "../../core/truth";
import type { CloudTrailRecord } from "../facts/detections/record";

/** What selectors ask of an event. A real record has all of it; what is absent matches no condition about it. */
export type RecordedEvent = Pick<CloudTrailRecord, "eventCategory" | "readOnly" | "eventSource" | "eventName"> &
  Partial<Pick<CloudTrailRecord, "eventType" | "userIdentity" | "resources" | "errorCode">>;

/** A selector of the first kind (`eventSelectors`), with AWS's defaults filled in. */
export interface BasicSelector {
  readonly place: Place;
  /** `All`, `ReadOnly` or `WriteOnly`. */
  readonly readWriteType: Read<string>;
  readonly includeManagementEvents: Read<boolean>;
  readonly excludeManagementEventSources: Read<readonly Read<string>[]>;
  readonly dataResources: Read<readonly DataResource[]>;
}

/** Resources of one type, by the beginnings of their ARNs. */
export interface DataResource {
  readonly place: Place;
  readonly type: Read<string>;
  readonly values: Read<readonly Read<string>[]>;
}

/** A selector of the second kind (`advancedEventSelectors`): all of its fields must agree. */
export interface AdvancedSelector {
  readonly place: Place;
  readonly fields: Read<readonly FieldSelector[]>;
}

export interface FieldSelector {
  readonly place: Place;
  readonly field: Read<string>;
  readonly conditions: readonly FieldCondition[];
}

export interface FieldCondition {
  readonly test: "equals" | "startsWith" | "endsWith";
  /** Whether it leaves out what it matches. */
  readonly negative: boolean;
  readonly values: Read<readonly Read<string>[]>;
}

/** The selectors of a trail or an event data store. AWS allows one kind or the other. */
export interface EventSelectors {
  readonly basic: Read<readonly BasicSelector[]>;
  readonly advanced: Read<readonly AdvancedSelector[]>;
}

/** Whether an event is recorded, the places that decided, and why in one sentence, in lower case. */
export interface Recording extends Claim {
  readonly why: string;
}

/**
 * Whether selectors let an event through. Without any, AWS records management events, reads and writes, and no data
 * events. Selectors are alternatives; the fields of an advanced one all count; of one field's conditions any positive
 * one must match, and no negative one may.
 * Source: AWS CloudTrail user guide, "Logging management events", "Logging data events", "How CloudTrail evaluates
 * multiple conditions for a field", November 2026.
 */
export function recordsEvent(selectors: EventSelectors, event: RecordedEvent): Recording {
  const { basic, advanced } = selectors;
  if (isEmpty(basic) && isEmpty(advanced)) return recordsByDefault(basic.place, event);
  return either([
    ...(isEmpty(basic) ? [] : [throughList(basic, (selector) => passesBasic(selector, event))]),
    ...(isEmpty(advanced) ? [] : [throughList(advanced, (selector) => passesAdvanced(selector, event))]),
  ]);
}

/** An answer for one selector, which may be about events of another category altogether. */
interface Answer extends Recording {
  readonly otherCategory?: boolean;
}

function isEmpty(list: Read<readonly unknown[]>): boolean {
  return list.kind === "absent" || (list.kind === "known" && list.value.length === 0);
}

function recordsByDefault(place: Place, event: RecordedEvent): Answer {
  const truth = truthOf(event.eventCategory === "Management");
  return { truth, places: [place], why: "without selectors a trail records management events and nothing else" };
}

function throughList<T>(list: Read<readonly T[]>, passes: (selector: T) => Answer): Answer {
  return list.kind === "known" ? either(list.value.map(passes)) : open(list.place);
}

/** One selector that lets the event through is enough. Of those that do not, the one that comes nearest explains it. */
function either(recordings: readonly Answer[]): Answer {
  const decisive =
    recordings.find(({ truth }) => truth === "yes") ?? recordings.find(({ truth }) => truth === "unknown");
  if (decisive) return decisive;
  const concerned = recordings.filter(({ otherCategory }) => otherCategory !== true);
  const shown = concerned[0] ?? recordings[0] ?? { truth: "no", places: [], why: "there are no selectors" };
  return { ...shown, places: [...shown.places, ...recordings.filter((each) => each !== shown).flatMap(placesOf)] };
}

function placesOf({ places }: Answer): readonly Place[] {
  return places;
}

function open(place: Place): Answer {
  return { truth: "unknown", places: [place], why: `\`${place.path}\` is not known yet` };
}

function judged(truth: Truth, place: Place, refusal: string): Answer {
  switch (truth) {
    case "yes":
      return { truth, places: [place], why: `\`${place.path}\` lets it through` };
    case "no":
      return { truth, places: [place], why: refusal };
    case "unknown":
      return open(place);
  }
}

/** All must agree; the first refusal, else the first open question, else the last answer is the answer. */
function together(place: Place, parts: readonly Answer[]): Answer {
  const decisive = parts.find(({ truth }) => truth === "no") ?? parts.find(({ truth }) => truth === "unknown");
  return decisive ?? judged("yes", place, "");
}

function passesBasic(selector: BasicSelector, event: RecordedEvent): Answer {
  const readOrWrite = judged(
    onValue(selector.readWriteType, (type) => type === "All" || type === (event.readOnly ? "ReadOnly" : "WriteOnly")),
    selector.readWriteType.place,
    `\`${selector.readWriteType.place.path}\` is \`${valueOf(selector.readWriteType) ?? ""}\``,
  );
  switch (event.eventCategory) {
    case "Management":
      return together(selector.place, [...managementParts(selector, event), readOrWrite]);
    case "Data":
      return together(selector.place, [namesResource(selector.dataResources, event), readOrWrite]);
  }
}

function managementParts(selector: BasicSelector, event: RecordedEvent): readonly Answer[] {
  const { includeManagementEvents, excludeManagementEventSources: excluded } = selector;
  const included: Answer = judged(
    onValue(includeManagementEvents, (value) => value),
    includeManagementEvents.place,
    `\`${includeManagementEvents.place.path}\` is off`,
  );
  const excludes = valuesMatch(excluded, (source) => source === event.eventSource);
  return [
    included.truth === "no" ? { ...included, otherCategory: true } : included,
    judged(not(excludes), excluded.place, `\`${excluded.place.path}\` leaves out \`${event.eventSource}\``),
  ];
}

/** `arn:aws:s3` stands for all objects, `arn:aws:s3:::bucket/` for those of a bucket, `arn:aws:lambda` for all functions. */
function namesResource(resources: Read<readonly DataResource[]>, event: RecordedEvent): Answer {
  if (resources.kind === "unknown") return open(resources.place);
  const named = valueOf(resources) ?? [];
  const truth = any(
    named.map(({ type, values }) =>
      any(
        (event.resources ?? []).map((each) =>
          all([
            onValue(type, (name) => name === each.type),
            valuesMatch(values, (start) => each.ARN.startsWith(start)),
          ]),
        ),
      ),
    ),
  );
  const recording: Answer = judged(truth, resources.place, `\`${resources.place.path}\` does not name its resource`);
  return named.length === 0 ? { ...recording, otherCategory: true } : recording;
}

function passesAdvanced(selector: AdvancedSelector, event: RecordedEvent): Answer {
  if (selector.fields.kind === "unknown") return open(selector.fields.place);
  const fields = valueOf(selector.fields) ?? [];
  const recording: Answer = together(
    selector.place,
    fields.map((field) => passesField(field, event)),
  );
  const otherCategory = fields.some(
    (field) => valueOf(field.field) === "eventCategory" && passesField(field, event).truth === "no",
  );
  return otherCategory ? { ...recording, otherCategory } : recording;
}

function passesField(selector: FieldSelector, event: RecordedEvent): Answer {
  const { field, conditions, place } = selector;
  if (field.kind === "unknown") return open(field.place);
  const name = valueOf(field) ?? "";
  const values = fieldValues(name, event);
  if (values === undefined) {
    const why = `what the field \`${name}\` of such an event says is not known`;
    return { truth: "unknown", places: [field.place], why };
  }
  const truth = passesConditions(conditions, values);
  const unread = conditions.flatMap((condition) => unreadValues(condition.values));
  if (truth === "unknown") return open(unread[0] ?? place);
  return judged(truth, place, `\`${place.path}\` leaves out \`${name}\` \`${values.join("`, `")}\``);
}

function passesConditions(conditions: readonly FieldCondition[], values: readonly string[]): Truth {
  // A deployed selector also shows the conditions that nobody wrote, as empty lists.
  const given = conditions.filter(({ values: list }) => !isEmpty(list));
  const matches = (condition: FieldCondition) =>
    any(values.map((value) => valuesMatch(condition.values, (wanted) => holds(condition.test, value, wanted))));
  const positive = given.filter(({ negative }) => !negative);
  const negative = given.filter((condition) => condition.negative);
  return all([
    positive.length === 0 ? "yes" : any(positive.map(matches)),
    ...negative.map((condition) => not(matches(condition))),
  ]);
}

function holds(test: FieldCondition["test"], value: string, wanted: string): boolean {
  switch (test) {
    case "equals":
      return value === wanted;
    case "startsWith":
      return value.startsWith(wanted);
    case "endsWith":
      return value.endsWith(wanted);
  }
}

/** What an event says in a field that selectors may name; `undefined` where the event at hand leaves it open. */
function fieldValues(field: string, event: RecordedEvent): readonly string[] | undefined {
  switch (field) {
    case "eventCategory":
      return [event.eventCategory];
    case "readOnly":
      return [String(event.readOnly)];
    case "eventSource":
      return [event.eventSource];
    case "eventName":
      return [event.eventName];
    case "eventType":
      return event.eventType === undefined ? undefined : [event.eventType];
    case "resources.type":
      return (event.resources ?? []).map(({ type }) => type);
    case "resources.ARN":
      return (event.resources ?? []).map(({ ARN }) => ARN);
    case "userIdentity.arn":
      return event.userIdentity && [event.userIdentity.arn ?? ""];
    case "errorCode":
      return [event.errorCode ?? ""];
    default:
      return undefined;
  }
}

function onValue<T>(read: Read<T>, predicate: (value: T) => boolean): Truth {
  switch (read.kind) {
    case "known":
      return truthOf(predicate(read.value));
    case "absent":
      return "no";
    case "unknown":
      return "unknown";
  }
}

function valuesMatch(list: Read<readonly Read<string>[]>, predicate: (value: string) => boolean): Truth {
  switch (list.kind) {
    case "known":
      return any(list.value.map((value) => onValue(value, predicate)));
    case "absent":
      return "no";
    case "unknown":
      return "unknown";
  }
}

function unreadValues(list: Read<readonly Read<string>[]>): readonly Place[] {
  if (list.kind === "unknown") return [list.place];
  return (valueOf(list) ?? []).flatMap((value) => (value.kind === "unknown" ? [value.place] : []));
}

/** What AWS allows the selectors of a trail to name altogether; what goes beyond is not looked at. */
const mostValues = 500;

/** The event sources that selectors name, whole or by their beginning or end, completed to a host's name. */
export function namedSources({ basic, advanced }: EventSelectors): readonly string[] {
  const excluded = (valueOf(basic) ?? []).flatMap((each) => knownTexts(each.excludeManagementEventSources));
  const fields = (valueOf(advanced) ?? []).flatMap((each) => valueOf(each.fields) ?? []);
  const filtered = fields
    .filter(({ field }) => valueOf(field) === "eventSource")
    .flatMap(({ conditions }) => conditions.flatMap(({ values }) => knownTexts(values)));
  return [...new Set([...excluded, ...filtered].slice(0, mostValues).map(asHost))];
}

function knownTexts(list: Read<readonly Read<string>[]>): readonly string[] {
  return (valueOf(list) ?? []).flatMap((each) => valueOf(each) ?? []);
}

function asHost(text: string): string {
  const domain = ".amazonaws.com";
  if (text.endsWith(domain)) return text.startsWith(".") ? `any${text}` : text;
  return `${text.replace(/\..*$/, "")}${domain}`;
}
