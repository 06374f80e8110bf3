import { resourceType } from "./types";
import type { WireMap } from "./wire";

/** The inputs that differ between two deployments, sorted; the provider's own `__` keys aside. */
export function changedProperties(olds: WireMap, news: WireMap): readonly string[] {
  const names = new Set([...Object.keys(olds), ...Object.keys(news)].filter((name) => !name.startsWith("__")));
  return [...names].filter((name) => canonical(olds[name]) !== canonical(news[name])).sort();
}

/** A new physical name or region means a new resource; every other change is made in place. */
export function replacingProperties(token: string, changed: readonly string[]): readonly string[] {
  const { nameProperty, prefixProperty } = resourceType(token);
  const replacing = new Set([nameProperty, prefixProperty, "region"]);
  return changed.filter((name) => replacing.has(name));
}

function canonical(value: unknown): string {
  return value === undefined ? "absent" : JSON.stringify(value, (_, inner: unknown) => sorted(inner));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
