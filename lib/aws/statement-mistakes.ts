import { type Element, type PolicyDocument, type Statement } from "../access/document";
import { isUnknown } from "../core/properties";
import { type Place } from "../core/read";
import { type CarriedDocument, type CarrierKind } from "./documents";
import { placeInDocument } from "./policy-document";

/** A written value that is known. */
export interface KnownElement {
  readonly value: string;
  readonly path: string;
}

/** One mistake in a statement. */
export interface StatementMistake<Id extends string> {
  readonly id: Id;
  readonly place: Place;
  readonly data: {
    readonly document: string;
    readonly statement: string;
    /** The value in question. */
    readonly value: string;
    /** What is meant instead, or what else the message names. */
    readonly meant: string;
  };
}

/** What a detector says of a statement: which value, at which path. */
export interface DetectedMistake<Id extends string> extends KnownElement {
  readonly id: Id;
  readonly meant?: string;
}

type Detector<Id extends string> = (
  statement: Statement,
  document: PolicyDocument,
  kind: CarrierKind,
) => readonly DetectedMistake<Id>[];

/** What a detector finds in the statements of documents; those of devices are in a language of their own. */
export function statementMistakes<Id extends string>(
  documents: readonly CarriedDocument[],
  detect: Detector<Id>,
): readonly StatementMistake<Id>[] {
  return documents.flatMap(({ kind, label, read }) => {
    if (read.kind !== "known" || kind === "iot") return [];
    return read.value.statements.flatMap((statement) =>
      detect(statement, read.value, kind).map(({ id, path, value, meant }) => ({
        id,
        place: placeInDocument(read, path),
        data: { document: label, statement: statement.sid ?? statement.path, value, meant: meant ?? "" },
      })),
    );
  });
}

/** The values of lists that are known. */
export function knownIn(...lists: readonly (readonly Element[] | undefined)[]): readonly KnownElement[] {
  return lists.flatMap((list) =>
    (list ?? []).flatMap(({ value, path }) => (isUnknown(value) ? [] : [{ value, path }])),
  );
}
