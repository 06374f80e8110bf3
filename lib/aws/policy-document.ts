import { type PolicyDocument } from "../access/document";
import { parsePolicy } from "../access/parse";
import { type PropertyValue } from "../core/properties";
import { type Place, type Read, mapRead, placeBelow } from "../core/read";

/** A property that holds a policy document, as JSON text or as an object. */
export type DocumentRead = Read<PolicyDocument>;

/** Parses what a property holds. Absent and wholly unknown documents stay so; malformed ones are documents with problems. */
export function documentOf(read: Read<PropertyValue>): DocumentRead {
  return mapRead(read, parsePolicy);
}

/** The place in the resource of a path in its document, such as `Statement[1].Action[0]`. */
export function placeInDocument(read: DocumentRead, path: string): Place {
  return path === "" ? read.place : placeBelow(read.place, path);
}
