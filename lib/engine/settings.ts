import * as z from "zod";
import { nearest } from "../core/nearest";

/** Settings that a pack cannot run with. The message is for the person who wrote them. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/**
 * `given` as `schema` understands it, with its defaults. Throws a `SettingsError` that names the path, the
 * offending value and the nearest right name.
 */
export function parseSettings<Schema extends z.ZodType>(
  owner: string,
  schema: Schema,
  given: unknown,
): z.output<Schema> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue) => problemsOf(schema, given, issue));
  throw new SettingsError(`settings of \`${owner}\`: ${problems.join("; ")}`);
}

function problemsOf(schema: z.ZodType, given: unknown, issue: z.core.$ZodIssue): readonly string[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => unknownKey([...path, key].join("."), key, keysAt(schema, path)));
  }
  const value = path.reduce<unknown>(child, given);
  return [`\`${path.join(".") || "(all)"}\` is ${quoted(value)}: ${lowerFirst(issue.message)}`];
}

function unknownKey(path: string, key: string, keys: readonly string[]): string {
  const near = nearest(key, keys);
  const help =
    near === undefined
      ? `there are ${keys.length > 0 ? keys.map((k) => `\`${k}\``).join(", ") : "none"}`
      : `did you mean \`${near}\`?`;
  return `\`${path}\` is not a setting; ${help}`;
}

function keysAt(schema: z.ZodType, path: readonly string[]): readonly string[] {
  let current: unknown = unwrapped(schema);
  for (const name of path)
    current = unwrapped(current instanceof z.ZodArray ? current.element : shapeOf(current)[name]);
  return Object.keys(shapeOf(current));
}

function shapeOf(schema: unknown): Readonly<Record<string, unknown>> {
  return schema instanceof z.ZodObject ? schema.shape : {};
}

/** The schema itself, where it is optional or has a default. */
function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? unwrapped(schema.unwrap()) : schema;
}

function child(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function quoted(value: unknown): string {
  const text = value === undefined ? "missing" : JSON.stringify(value);
  return `\`${text.length > 80 ? `${text.slice(0, 80)}...` : text}\``;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
