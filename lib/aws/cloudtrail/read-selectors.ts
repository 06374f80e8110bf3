import { type cloudtrail } from "@pulumi/aws";
import { isPropertyList, isPropertyMap } from "../../core/properties";
import { type Read, mapRead, unread, withDefault } from "../../core/read";
import { type ItemOf, type NameOf, type Reader } from "../reader";
import type {
  AdvancedSelector,
  BasicSelector,
  DataResource,
  EventSelectors,
  FieldCondition,
  FieldSelector,
} from "./selectors";

type BasicArgs = ItemOf<cloudtrail.TrailArgs, "eventSelectors">;
type AdvancedArgs = ItemOf<cloudtrail.TrailArgs, "advancedEventSelectors">;

/** The selectors that a trail declares. */
export function readSelectors(read: Reader<cloudtrail.TrailArgs>): EventSelectors {
  return {
    basic: mapRead(wholeObjects(read, "eventSelectors"), (list) => list.map(readBasic)),
    advanced: mapRead(wholeObjects(read, "advancedEventSelectors"), (list) => list.map(readAdvanced)),
  };
}

/** As `objects`, but unknown as a whole where one of the objects is: what it would let through cannot be told. */
export function wholeObjects<Args, Name extends NameOf<Args>>(
  read: Reader<Args>,
  name: Name,
): Read<readonly Reader<ItemOf<Args, Name>>[]> {
  const raw = read.value(name);
  const items = raw.kind === "known" ? (isPropertyList(raw.value) ? raw.value : [raw.value]) : [];
  return items.every(isPropertyMap) ? read.objects(name) : unread(raw.place);
}

function readBasic(read: Reader<BasicArgs>): BasicSelector {
  return {
    place: read.place,
    readWriteType: withDefault(read.text("readWriteType"), "All"),
    includeManagementEvents: withDefault(read.boolean("includeManagementEvents"), true),
    excludeManagementEventSources: read.texts("excludeManagementEventSources"),
    dataResources: mapRead(wholeObjects(read, "dataResources"), (list) => list.map(readDataResource)),
  };
}

function readDataResource(read: Reader<ItemOf<BasicArgs, "dataResources">>): DataResource {
  return { place: read.place, type: read.text("type"), values: read.texts("values") };
}

function readAdvanced(read: Reader<AdvancedArgs>): AdvancedSelector {
  return {
    place: read.place,
    fields: mapRead(wholeObjects(read, "fieldSelectors"), (list) => list.map(readField)),
  };
}

const conditions = [
  ["equals", "equals", false],
  ["notEquals", "equals", true],
  ["startsWiths", "startsWith", false],
  ["notStartsWiths", "startsWith", true],
  ["endsWiths", "endsWith", false],
  ["notEndsWiths", "endsWith", true],
] as const;

function readField(read: Reader<ItemOf<AdvancedArgs, "fieldSelectors">>): FieldSelector {
  return {
    place: read.place,
    field: read.text("field"),
    conditions: conditions.map(([name, test, negative]): FieldCondition => ({
      test,
      negative,
      values: read.texts(name),
    })),
  };
}
