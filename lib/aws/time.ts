const dayInMilliseconds = 86_400_000;

/** Whole days from a time in RFC 3339 until `now`, negative for a time to come; `undefined` for a text that is none. */
export function daysSince(text: string, now: Date): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? undefined : Math.floor((now.getTime() - time) / dayInMilliseconds);
}
