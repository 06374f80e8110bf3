import { documentDigest } from "../digest";
import type { PolicyDocument } from "../document";
import type ManagedPolicyDigests from "./managed-policy-digests.json";

let names: ReadonlyMap<string, string> | undefined;

/** Read at the first question. */
function namesByDigest(): ReadonlyMap<string, string> {
  if (names) return names;
  const { digests } = require("./managed-policy-digests.json") as typeof ManagedPolicyDigests;
  const lines = digests.split("\n").map((line) => line.split(" "));
  names = new Map(lines.map(([digest = "", name = ""]) => [digest, name]));
  return names;
}

/** The AWS managed policy that says the same as a document, by its name, as of 2026-08; `undefined` where none does. */
export function sameManagedPolicy(document: PolicyDocument): string | undefined {
  const digest = documentDigest(document);
  return digest === undefined ? undefined : namesByDigest().get(digest);
}
