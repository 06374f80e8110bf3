import { type Statement } from "../../access/document";
import { claim } from "../../core/claim";
import { isUnknown } from "../../core/properties";
import { placeInDocument } from "../policy-document";
import { type JudgedStatement } from "../statements";
import { type IdentityDocument, statementName } from "./identity-documents";

/** The statements that allow by a `NotAction` or `NotResource`, at that element. */
export function statementsWithNot(
  { read }: IdentityDocument,
  element: "notActions" | "notResources",
): readonly JudgedStatement[] {
  if (read.kind === "absent") return [];
  if (read.kind === "unknown") return [{ name: "", claim: claim("unknown", read.place) }];
  return read.value.statements.flatMap((statement) => {
    if (statement.effect === "Deny" || statement.effect === undefined) return [];
    if (isUnknown(statement.effect)) {
      return [{ name: statementName(statement), claim: claim("unknown", placeInDocument(read, statement.path)) }];
    }
    const place = placeInDocument(read, `${statement.path}.${elementNames[element]}`);
    return statement[element] === undefined ? [] : [{ name: statementName(statement), claim: claim("yes", place) }];
  });
}

const elementNames: Readonly<Record<"notActions" | "notResources", string>> = {
  notActions: "NotAction",
  notResources: "NotResource",
} satisfies Partial<Record<keyof Statement, string>>;
