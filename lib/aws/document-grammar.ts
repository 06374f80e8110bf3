import { type DocumentProblem, type DocumentProblemCode } from "../access/document";
import { type DocumentKind, grammarProblems } from "../access/grammar";
import { type Place } from "../core/read";
import { type CarriedDocument, type CarrierKind } from "./documents";
import { placeInDocument } from "./policy-document";

/** By which grammar AWS reads a document; `undefined` for device policies, which IoT reads by its own. */
export function documentKindOf(kind: CarrierKind): DocumentKind | undefined {
  switch (kind) {
    case "inlineOfUser":
    case "inlineOfGroup":
    case "inlineOfRole":
    case "managed":
    case "permissionSet":
    case "session":
      return "identity";
    case "trust":
    case "resource":
    case "vpcEndpoint":
    case "serviceControl":
    case "resourceControl":
      return kind;
    case "iot":
      return undefined;
  }
}

/** Something in a document that AWS refuses at deployment. */
export interface RefusedPart {
  readonly place: Place;
  readonly document: string;
  /** What is wrong, in lower case and without a full stop, with the line of the text where it is one. */
  readonly problem: string;
  /** A sentence. */
  readonly correction: string;
}

const conditionCodes: readonly DocumentProblemCode[] = ["unknownOperator", "invalidConditionValue"];

/** What AWS refuses of a document's structure. Sizes have a policy of their own. */
export function refusedStructure(documents: readonly CarriedDocument[]): readonly RefusedPart[] {
  return refused(documents, ({ code }) => !conditionCodes.includes(code) && code !== "tooLong");
}

/** What AWS refuses of a document's conditions. */
export function refusedConditions(documents: readonly CarriedDocument[]): readonly RefusedPart[] {
  return refused(documents, ({ code }) => conditionCodes.includes(code));
}

function refused(
  documents: readonly CarriedDocument[],
  wanted: (problem: DocumentProblem) => boolean,
): readonly RefusedPart[] {
  return documents.flatMap(({ kind, label, read }) => {
    const grammar = documentKindOf(kind);
    if (read.kind !== "known" || grammar === undefined) return [];
    return grammarProblems(read.value, grammar)
      .filter(wanted)
      .map((problem) => ({
        place: placeInDocument(read, problem.path),
        document: label,
        problem: inLine(problem),
        correction: sentence(problem.fix ?? "correct the document as the grammar of the policy language has it"),
      }));
  });
}

function inLine({ message, position }: DocumentProblem): string {
  return position === undefined || position.line === 1 ? message : `${message} (line ${position.line})`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
